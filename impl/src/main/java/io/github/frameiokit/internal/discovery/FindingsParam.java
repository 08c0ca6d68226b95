package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.ResourceType;
import io.github.frameiokit.internal.events.ActionHandler;
import io.github.frameiokit.internal.events.Handler;
import io.github.frameiokit.internal.events.Handlers;
import io.github.frameiokit.internal.events.WebhookHandler;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The findings as a parameter of synthetic beans and observers. CDI Lite hands only plain values from an application's
 * build to its start, so they are written as text, one value after the other, each after its length.
 *
 * <p>Quarkus generates code for each string of a parameter, in one method, which has at most 64 KiB. A string for each
 * value would exceed that with 700 handlers.
 */
final class FindingsParam {

    static final String NAME = "findings";

    /** A constant of a class has at most 65,535 bytes, and a character has at most three. */
    static final int MOST_CHARACTERS = 20_000;

    private static final String WEBHOOK = "webhook";
    private static final String ACTION = "action";

    private FindingsParam() {}

    static String[] write(Findings findings) {
        List<String> strings = new ArrayList<>();
        strings.add(Boolean.toString(findings.handlers().asynchronous()));
        strings.add(Boolean.toString(findings.handlers().signIn()));
        strings.add(Boolean.toString(findings.resolver()));
        strings.add(Boolean.toString(findings.client()));
        strings.add(Boolean.toString(findings.installs()));
        strings.add(Boolean.toString(findings.installSettings()));
        strings.add(findings.authorizing().orElse(""));
        strings.add(findings.ownStore().orElse(""));
        strings.add(findings.interactionBean().orElse(""));
        strings.add(findings.ownQueue().orElse(""));
        strings.add(findings.applicationPath().orElse(""));
        findings.handlers().all().forEach(handler -> write(handler, strings));
        return pack(strings);
    }

    static Findings read(Parameters params) {
        Iterator<String> strings = unpack(params.get(NAME, String[].class)).iterator();
        boolean asynchronous = readBoolean(strings);
        boolean signIn = readBoolean(strings);
        boolean resolver = readBoolean(strings);
        boolean client = readBoolean(strings);
        boolean installs = readBoolean(strings);
        boolean installSettings = readBoolean(strings);
        Optional<String> authorizing = readOptional(strings);
        Optional<String> ownStore = readOptional(strings);
        Optional<String> interactionBean = readOptional(strings);
        Optional<String> ownQueue = readOptional(strings);
        Optional<String> applicationPath = readOptional(strings);
        List<Handler> handlers = new ArrayList<>();
        while (strings.hasNext()) {
            handlers.add(readHandler(strings));
        }
        return new Findings(
                new Handlers(handlers, asynchronous, signIn, false),
                resolver,
                authorizing,
                ownStore,
                interactionBean,
                ownQueue,
                client,
                installs,
                installSettings,
                applicationPath);
    }

    private static String[] pack(List<String> strings) {
        StringBuilder text = new StringBuilder();
        strings.forEach(string -> text.append(string.length()).append(':').append(string));
        List<String> parts = new ArrayList<>();
        for (int from = 0; from < text.length(); from += MOST_CHARACTERS) {
            parts.add(text.substring(from, Math.min(from + MOST_CHARACTERS, text.length())));
        }
        return parts.toArray(String[]::new);
    }

    private static List<String> unpack(String[] parts) {
        String text = String.join("", parts);
        List<String> strings = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int colon = text.indexOf(':', from);
            int end = colon + 1 + Integer.parseInt(text, from, colon, 10);
            strings.add(text.substring(colon + 1, end));
            from = end;
        }
        return strings;
    }

    private static void write(Handler handler, List<String> strings) {
        strings.add(handler instanceof ActionHandler ? ACTION : WEBHOOK);
        strings.add(handler.id().bean());
        strings.add(handler.id().method());
        write(handler.id().parameters(), strings);
        write(handler.types(), strings);
        strings.add(Boolean.toString(handler.async()));
        strings.add(handler.secret());
        if (handler instanceof ActionHandler action) {
            strings.add(action.title());
            strings.add(action.description());
            strings.add(Boolean.toString(action.userAuth()));
            write(action.on().stream().map(ResourceType::name).sorted().toList(), strings);
        }
    }

    private static Handler readHandler(Iterator<String> strings) {
        boolean action = strings.next().equals(ACTION);
        Handler.Id id = new Handler.Id(strings.next(), strings.next(), readList(strings));
        List<String> types = readList(strings);
        boolean async = readBoolean(strings);
        String secret = strings.next();
        if (!action) {
            return new WebhookHandler(id, types, async, secret);
        }
        String title = strings.next();
        String description = strings.next();
        boolean userAuth = readBoolean(strings);
        return new ActionHandler(id, types.get(0), title, description, resourceTypes(strings), userAuth, async, secret);
    }

    private static void write(List<String> list, List<String> strings) {
        strings.add(Integer.toString(list.size()));
        strings.addAll(list);
    }

    private static boolean readBoolean(Iterator<String> strings) {
        return Boolean.parseBoolean(strings.next());
    }

    private static Optional<String> readOptional(Iterator<String> strings) {
        return Optional.of(strings.next()).filter(text -> !text.isEmpty());
    }

    private static List<String> readList(Iterator<String> strings) {
        List<String> list = new ArrayList<>();
        for (int left = Integer.parseInt(strings.next()); left > 0; left--) {
            list.add(strings.next());
        }
        return List.copyOf(list);
    }

    private static Set<ResourceType> resourceTypes(Iterator<String> strings) {
        Set<ResourceType> types = EnumSet.noneOf(ResourceType.class);
        readList(strings).forEach(name -> types.add(ResourceType.valueOf(name)));
        return types;
    }
}
