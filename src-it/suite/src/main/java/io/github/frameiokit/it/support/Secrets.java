package io.github.frameiokit.it.support;

import io.github.frameiokit.it.app.ClientResource;
import io.github.frameiokit.testkit.FakeIms;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The secrets that this run of the suite has created or seen, which belong in no log. */
public final class Secrets {

    /** The key that the apps seal with. */
    public static final String ENCRYPTION_KEY = "c2VjcmV0LWtleS1vZi10aGlydHktdHdvLWJ5dGVzISE=";
    /** The configured token of an app for Frame.io's API. */
    public static final String TOKEN = "a-token-that-was-given";

    private static final Pattern IN_ANSWERS = Pattern.compile(
            "[?&](?:ticket|state|code)=([\\w.~%-]{10,})|frameio-(?:oauth|install)-[\\w-]{8}=([\\w-]{10,})");
    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();
    private static final List<FakeIms> WATCHED = new CopyOnWriteArrayList<>();

    private Secrets() {}

    /** Includes the secrets that a fake of Adobe's issues and receives. */
    public static FakeIms of(FakeIms fake) {
        WATCHED.add(fake);
        return fake;
    }

    /** Includes the secrets in an answer: in links with tickets, redirects to Adobe and back, and cookies. */
    static HttpResponse<String> in(HttpResponse<String> answer) {
        Stream.concat(
                        Stream.of(answer.body()),
                        answer.headers().map().values().stream().flatMap(List::stream))
                .map(IN_ANSWERS::matcher)
                .flatMap(Matcher::results)
                .forEach(found -> SEEN.add(found.group(1) == null ? found.group(2) : found.group(1)));
        return answer;
    }

    /** Includes a secret. */
    static void seen(String secret) {
        SEEN.add(secret);
    }

    /** All secrets so far. */
    public static Set<String> all() {
        return Stream.of(
                        Stream.of(
                                ENCRYPTION_KEY,
                                TOKEN,
                                ClientResource.USER_TOKEN,
                                FakeIms.CLIENT_SECRET,
                                FakeIms.SERVER_CLIENT_SECRET,
                                Wars.WEBHOOK_SECRET,
                                Wars.SECOND_WEBHOOK_SECRET,
                                Wars.ACTION_SECRET,
                                TestApp.COLLECTIONS_SECRET,
                                TestApp.OWN_ACTION_SECRET),
                        SEEN.stream(),
                        WATCHED.stream().flatMap(fake -> fake.secrets().stream()))
                .flatMap(secrets -> secrets)
                .collect(Collectors.toSet());
    }
}
