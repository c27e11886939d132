/**
 * The base of all services. A service takes a request (a record with its defaults), a {@link
 * org.recyclegan.service.Listener} for progress, and a stop condition: a {@link
 * java.util.function.BooleanSupplier} that is polled often and returns true once the user wants to
 * stop. A service that is stopped throws a {@link java.util.concurrent.CancellationException};
 * training returns instead, because a partial training is a result. Unusable input is an {@link
 * org.recyclegan.video.InputException}.
 */
@NullMarked
package org.recyclegan.service;

import org.jspecify.annotations.NullMarked;
