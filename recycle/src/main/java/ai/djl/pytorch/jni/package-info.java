/**
 * One class of this project in DJL's package, for the one native call that DJL does not make
 * public: see {@link ai.djl.pytorch.jni.ScriptCalls}.
 */
@NullMarked
package ai.djl.pytorch.jni;

import org.jspecify.annotations.NullMarked;
