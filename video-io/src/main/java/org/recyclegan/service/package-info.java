/**
 * What all services share. A service takes a request (a record with its defaults), a {@link
 * org.recyclegan.service.Listener} that is told how it goes, and a stop: a {@link
 * java.util.function.BooleanSupplier} that is asked often and says true once the user wants to
 * stop. A service that is stopped throws a {@link java.util.concurrent.CancellationException};
 * training returns instead, because what it has learnt so far is a result. Input that cannot be
 * used is an {@link org.recyclegan.video.InputException}.
 */
@NullMarked
package org.recyclegan.service;

import org.jspecify.annotations.NullMarked;
