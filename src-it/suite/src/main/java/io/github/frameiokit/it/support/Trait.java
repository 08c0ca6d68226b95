package io.github.frameiokit.it.support;

/** What servers differ in. A server's module lists in {@code server.lacks} those that its server doesn't have. */
public enum Trait {
    /** CDI Full: a portable extension may wrap observers. */
    OBSERVERS_CAN_BE_WRAPPED,
    /** CDI Lite: handlers are guarded by an interceptor. */
    OBSERVERS_CAN_ONLY_BE_INTERCEPTED,
    /** A private observer runs on the bean, not on the proxy that intercepts its other methods. */
    CALLS_PRIVATE_OBSERVERS_OF_INTERCEPTED_BEANS,
    /** It is left to the app whether it believes a proxy's headers. */
    LEAVES_FORWARDED_HEADERS_TO_THE_APP,
    /** Without a JAX-RS application nothing is served. */
    NEEDS_AN_APPLICATION,
    /** CDI or the servlet context know of the JAX-RS applications while an app is deployed. */
    SHOWS_APPLICATIONS,
    /** There is a managed executor by its standard JNDI name. */
    HAS_A_MANAGED_EXECUTOR,
    /** Data sources have JNDI names, be they a WAR's own or the server's. */
    HAS_DATA_SOURCES,
    /** Names can be looked up while an app starts. */
    NAMES_BEFORE_THE_FIRST_REQUEST,
    /** It can be told to deny all JAX-RS resources that don't say who may use them. */
    DENIES_ENDPOINTS,
    /** MicroProfile OpenAPI is there. */
    DESCRIBES_ENDPOINTS,
    /** A WAR's {@code microprofile-config.properties} counts in an EAR too. */
    READS_CONFIG_OF_A_WAR_IN_AN_EAR,
    /** A CDI extension in an EAR's {@code lib} sees the beans of its WARs, and events fired there reach them. */
    SHOWS_A_WAR_TO_THE_LIB_OF_ITS_EAR,
    /** An undeployed app, even without the kit, is garbage. */
    FREES_UNDEPLOYED_APPS,
    /** Its rest client can send a PATCH. */
    SENDS_PATCHES,
    /** It has JSON-B without an extension more, and its rest client binds bodies with it. */
    BINDS_JSON,
    /** Several apps can be deployed at a time. */
    DEPLOYS_SEVERAL_APPS,
    /** Those run in one JVM, each below its context root. */
    SHARES_ITS_JVM,
    /** An instance of it can be started beside the tests' JVM, and killed without them. */
    RUNS_BY_ITSELF
}
