package io.github.frameiokit.internal.telemetry;

import io.github.frameiokit.internal.AppBeans;
import io.github.frameiokit.internal.OptionalApi;
import io.github.frameiokit.internal.delivery.DeliveryRecorder;
import io.github.frameiokit.internal.delivery.QueueState;
import io.github.frameiokit.internal.events.Handlers;
import io.github.frameiokit.internal.events.Recorder;
import io.github.frameiokit.internal.http.CallRecorder;
import io.github.frameiokit.internal.install.StartupInstallation;
import io.github.frameiokit.internal.oauth.HiddenQuery;
import io.github.frameiokit.internal.opentelemetry.Destination;
import io.github.frameiokit.internal.opentelemetry.Levels;
import io.github.frameiokit.internal.opentelemetry.ServerSpan;
import io.github.frameiokit.internal.opentelemetry.Telemetry;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** Switches telemetry on where the OpenTelemetry API is there, and a bean of it that isn't switched off. */
@ApplicationScoped
public class TelemetrySwitch implements Recorder.Source, CallRecorder.Source, DeliveryRecorder.Source, HiddenQuery {

    private static final System.Logger LOG = System.getLogger(TelemetrySwitch.class.getName());

    private static final String API = "io.opentelemetry.api.OpenTelemetry";
    private static final String SPAN = "io.opentelemetry.api.trace.Span";
    private static final String DISABLED = "otel.sdk.disabled";

    @Inject
    private AppBeans beans;

    @Inject
    private Config config;

    @Inject
    private Handlers handlers;

    @Inject
    private Instance<QueueState> queue;

    @Inject
    private Instance<StartupInstallation> installation;

    private Recorder requests = Recorder.NONE;
    private CallRecorder calls = CallRecorder.NONE;
    private DeliveryRecorder deliveries = DeliveryRecorder.NONE;
    private Runnable close = () -> {};

    @PostConstruct
    void open() {
        try {
            Optional<Class<?>> api = OptionalApi.find(API);
            if (api.isEmpty() && isAskedFor().orElse(false)) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "The config property " + DISABLED + " is false, but this server doesn't show the OpenTelemetry"
                                + " API to the app, so the kit adds nothing to its traces; on Open Liberty with"
                                + " MicroProfile 6.1, set apiTypeVisibility=\"+third-party\" in the app's class loader.");
            }
            api.flatMap(this::bean).ifPresent(this::open);
        } catch (RuntimeException | LinkageError e) { // an app must not end for that
            LOG.log(System.Logger.Level.ERROR, "The kit's telemetry is off, since OpenTelemetry failed", e);
        }
    }

    /** Whether the app asks for telemetry; empty if it doesn't say so. */
    private Optional<Boolean> isAskedFor() {
        return config.getOptionalValue(DISABLED, Boolean.class).map(disabled -> !disabled);
    }

    /** Telemetry stands in no field, whose type containers would load. */
    private void open(Object bean) {
        Optional<StartupInstallation> installed =
                StartupInstallation.isWanted(config) ? Optional.of(installation.get()) : Optional.empty();
        Telemetry telemetry = Telemetry.of(
                bean, handlers, Destination.of(config, queue.get().engine()), new Levels(queue.get(), installed));
        requests = telemetry.requests();
        calls = telemetry.calls();
        deliveries = telemetry.deliveries();
        close = telemetry::close;
        if (requests != Recorder.NONE) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "The kit adds its traces "
                            + (telemetry.hasMetrics() ? "and metrics " : "")
                            + "to the server's telemetry.");
        }
    }

    /** The bean, if telemetry is on. Its type isn't named here, so that none of its classes is loaded if it is off. */
    private Optional<Object> bean(Class<?> type) {
        Instance<?> found = beans.select(type);
        return found.isResolvable() && isOn(type) ? Optional.of(found.get()) : Optional.empty();
    }

    /** A server's bean is there in any case, and off by default (MicroProfile Telemetry). */
    private boolean isOn(Class<?> type) {
        return isAskedFor().orElseGet(() -> beans.declaring(type).stream().anyMatch(TelemetrySwitch::isTheApps));
    }

    private static boolean isTheApps(Class<?> declaring) {
        ClassLoader its = declaring.getClassLoader();
        return its == TelemetrySwitch.class.getClassLoader()
                || its == Thread.currentThread().getContextClassLoader();
    }

    @PreDestroy
    void close() {
        close.run();
    }

    /** Even if the kit's telemetry is off: a server, or an agent in its JVM, may have its own. */
    @Override
    public void hide() {
        if (OptionalApi.isThere(SPAN)) {
            ServerSpan.hideQuery();
        }
    }

    @Override
    public Recorder recorder() {
        return requests;
    }

    @Override
    public CallRecorder calls() {
        return calls;
    }

    @Override
    public DeliveryRecorder deliveries() {
        return deliveries;
    }
}
