package io.github.frameiokit.it.support;

import java.util.List;

/**
 * A trait in which servers differ. A server's module lists in {@code server.lacks} those that its server doesn't have.
 */
public enum Trait {
    /** CDI Full: a portable extension may wrap observers. */
    OBSERVERS_CAN_BE_WRAPPED,
    /** CDI Lite: handlers are guarded by an interceptor. */
    OBSERVERS_CAN_ONLY_BE_INTERCEPTED,
    /** A private observer runs on the bean, not on the proxy that intercepts its other methods. */
    CALLS_PRIVATE_OBSERVERS_OF_INTERCEPTED_BEANS,
    /** The app decides whether it trusts a proxy's headers. */
    LEAVES_FORWARDED_HEADERS_TO_THE_APP,
    /** Without a JAX-RS application nothing is served. */
    NEEDS_AN_APPLICATION,
    /** CDI or the servlet context know the JAX-RS applications while an app is deployed. */
    SHOWS_APPLICATIONS,
    /** A managed executor has its standard JNDI name. */
    HAS_A_MANAGED_EXECUTOR,
    /** Data sources have JNDI names, both a WAR's own and the server's. */
    HAS_DATA_SOURCES,
    /** The server has Jakarta Messaging and a broker. */
    HAS_A_BROKER,
    /** Names can be looked up while an app starts. */
    NAMES_BEFORE_THE_FIRST_REQUEST,
    /** The server can deny access to all JAX-RS resources without a security annotation. */
    DENIES_ENDPOINTS,
    /** The server has MicroProfile OpenAPI. */
    DESCRIBES_ENDPOINTS,
    /** The server has MicroProfile Health, at an address of its own. */
    HAS_HEALTH_CHECKS,
    /** A WAR's {@code microprofile-config.properties} is read in an EAR too. */
    READS_CONFIG_OF_A_WAR_IN_AN_EAR,
    /** A CDI extension in an EAR's {@code lib} sees the beans of its WARs, and events fired there reach them. */
    SHOWS_A_WAR_TO_THE_LIB_OF_ITS_EAR,
    /** An undeployed app is garbage, at least if it is without the kit. */
    FREES_UNDEPLOYED_APPS,
    /** The server's REST client can send a PATCH. */
    SENDS_PATCHES,
    /** The server has JSON-B without a further extension, and its REST client binds bodies with it. */
    BINDS_JSON,
    /** Several apps can be deployed at the same time. */
    DEPLOYS_SEVERAL_APPS,
    /** Several apps run in one JVM, each below its context root. */
    SHARES_ITS_JVM,
    /** An instance of the server can be started in another JVM than that of the tests, and killed. */
    RUNS_BY_ITSELF,
    /** The server sends spans, and shows apps OpenTelemetry's API for traces. */
    TRACES,
    /** The server sends metrics, and shows apps OpenTelemetry's API for them. */
    METRICS,
    /** The server sends no telemetry of an app that doesn't ask for it. */
    LEAVES_TELEMETRY_OFF;

    private static final List<String> LACKED =
            List.of(System.getProperty("server.lacks", "").split("[,\\s]+"));

    /** Whether the server that the suite runs in has it. */
    public boolean isThere() {
        return !LACKED.contains(name());
    }
}
