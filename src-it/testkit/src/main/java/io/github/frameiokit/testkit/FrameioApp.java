package io.github.frameiokit.testkit;

import io.github.frameiokit.FrameioEvent;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.client.StandaloneClient;
import io.github.frameiokit.install.Installations;
import io.github.frameiokit.testkit.FakeIms.User;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.Extension;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * The app of a {@link FrameioTest}: its beans and the kit in a CDI container for Java SE. Its events come from the
 * test. Thread-safe.
 */
public final class FrameioApp {

    private final FakeFrameio frameio;
    private final FakeIms ims;
    private final SeContainer container;
    private final InProcessKit kit;
    private final StandaloneClient client;
    private final Deque<Runnable> ends;

    /**
     * Takes what has been started.
     *
     * @param ends closes all of it, the latest first
     */
    private FrameioApp(FakeFrameio frameio, FakeIms ims, SeContainer container, Deque<Runnable> ends) {
        this.frameio = frameio;
        this.ims = ims;
        this.container = container;
        this.ends = ends;
        kit = new InProcessKit(container);
        client = FrameioClient.builder()
                .clientCredentials(FakeIms.CLIENT_ID, FakeIms.CLIENT_SECRET)
                .apiUrl(frameio.url())
                .imsUrl(ims.url())
                .build();
        ends.push(client::close);
    }

    static FrameioApp start(Class<?> test, FrameioTest settings) {
        InProcessKit.check();
        List<Class<?>> beans =
                settings.value().length > 0 ? List.of(settings.value()) : BeanClasses.inFoldersWithout(test);
        Deque<Runnable> ends = new ArrayDeque<>();
        try {
            FakeFrameio frameio = FakeFrameio.start();
            ends.push(frameio::close);
            FakeIms ims = FakeIms.start();
            ends.push(ims::close);
            frameio.trust(ims);
            ends.push(TestConfig.register(frameio, ims, beans, settings.properties())::release);
            SeContainer container = container(beans);
            ends.push(container::close);
            return new FrameioApp(frameio, ims, container, ends);
        } catch (RuntimeException | Error e) {
            ends.forEach(Runnable::run);
            throw e;
        }
    }

    private static SeContainer container(List<Class<?>> beans) {
        SeContainerInitializer initializer;
        try {
            initializer = SeContainerInitializer.newInstance();
        } catch (IllegalStateException e) {
            throw new IllegalStateException(
                    "@FrameioTest needs a CDI container for Java SE on the tests' class path; add a test dependency such as"
                            + " org.jboss.weld.se:weld-se-core or org.apache.openwebbeans:openwebbeans-se.",
                    e);
        }
        Set<Class<?>> all = new LinkedHashSet<>(InProcessKit.beans());
        all.addAll(beans);
        initializer.disableDiscovery().addBeanClasses(all.toArray(Class<?>[]::new));
        ServiceLoader.load(Extension.class).forEach(initializer::addExtensions);
        return initializer.initialize();
    }

    /**
     * Delivers an event to the app's handlers, as the kit does after it has checked the signature: the event reaches
     * the handlers of its type, interceptors run, {@code @AsUser} is the user of the event, an action that needs its
     * user's authorization asks for it, and a failure has the same answer and the same line in the log. Two things are
     * not as on a server: the method returns when asynchronous handlers are done as well, and a step of an action that
     * is delivered twice runs twice.
     *
     * @param event the event; its headers and the parameters of its query are those that the handler's
     *     {@code FrameioRequest} has; not null
     * @return the answer: 200, or 500 if a synchronous handler of a webhook failed
     * @throws IllegalStateException if an asynchronous handler still runs after 30 seconds
     */
    public Answer deliver(TestEvent<?> event) {
        return kit.deliver(event);
    }

    /**
     * Signs a user in, through all steps of a sign-in at the fake of Adobe, so that actions of the event can run in the
     * user's name. The authorization lasts for the other tests of the class as well; {@code UserAuthorizations} can
     * remove it.
     *
     * @param user the user, who need not be known to the fake, not null
     * @param event an event of the account to act in; its user becomes the given one; not null
     * @throws IllegalStateException if no bean of the app acts for users, or the sign-in failed
     */
    public void signIn(User user, TestAction event) {
        ims.user(user);
        ims.signIn(user.email());
        kit.signIn(event.user(user.frameioId()));
    }

    /**
     * Saves what an installer enters for the workspace of an event, so that handlers get it as
     * {@link io.github.frameiokit.install.InstallSettings InstallSettings}. It stays for the other tests of the class.
     *
     * @param event an event of the workspace, not null
     * @param values the values by the names of the app's {@code InstallFields}, not null
     * @throws IllegalArgumentException if the values don't fit the fields; the message has the problem of each
     */
    public void installSettings(TestEvent<?> event, Map<String, String> values) {
        FrameioEvent installed = event.event();
        Map<String, String> problems = bean(Installations.class)
                .saveSettings(
                        client,
                        installed.accountId().orElseThrow(),
                        installed.workspaceId().orElseThrow(),
                        values);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("These values don't fit the app's InstallFields: " + problems);
        }
    }

    /**
     * A bean of the app, such as one whose state the test looks at.
     *
     * @param <T> the bean's type
     * @param type the bean's type, not null
     * @return the bean
     * @throws jakarta.enterprise.inject.UnsatisfiedResolutionException if there is none
     */
    public <T> T bean(Class<T> type) {
        return container.select(type).get();
    }

    FakeFrameio frameio() {
        return frameio;
    }

    FakeIms ims() {
        return ims;
    }

    FrameioClient client() {
        return client;
    }

    void close() {
        ends.forEach(Runnable::run);
    }
}
