package io.github.frameiokit.internal.discovery;

import jakarta.ws.rs.ApplicationPath;

/**
 * Tells whether this server shows JAX-RS applications to CDI extensions in archives that discover annotated beans only:
 * if it does, the extension sees this class, and may conclude from not seeing any application of the app's that there is
 * none. Open Liberty does; WildFly and Payara don't. Abstract and no {@code Application}, so that JAX-RS takes no notice.
 */
@ApplicationPath("")
abstract class ApplicationProbe {}
