package io.github.frameiokit.internal.discovery;

import io.github.frameiokit.ResourceType;
import io.github.frameiokit.internal.events.Handler;
import io.github.frameiokit.internal.events.Handlers;
import io.github.frameiokit.internal.events.Kind;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * The handlers as what can be handed from an application's build to its start: strings, one handler after the other.
 */
final class HandlerParams {

    static final String HANDLERS = "handlers";
    static final String ASYNCHRONOUS = "asynchronous";
    static final String RESOLVER = "resolver";
    static final String AUTHORIZING = "authorizing";
    static final String CLIENT = "client";
    static final String APPLICATION_PATH = "application-path";
    static final String OWN_STORE = "own-store";

    private HandlerParams() {}

    static String[] write(List<Handler> handlers) {
        List<String> strings = new ArrayList<>();
        for (Handler handler : handlers) {
            strings.add(handler.kind().name());
            strings.add(handler.method());
            strings.add(handler.title());
            strings.add(handler.secret());
            strings.add(Boolean.toString(handler.userAuth()));
            write(handler.types(), strings);
            write(handler.on().stream().map(ResourceType::name).sorted().toList(), strings);
        }
        return strings.toArray(String[]::new);
    }

    static Handlers read(Parameters params) {
        Iterator<String> strings =
                Arrays.asList(params.get(HANDLERS, String[].class)).iterator();
        List<Handler> handlers = new ArrayList<>();
        while (strings.hasNext()) {
            Kind kind = Kind.valueOf(strings.next());
            String method = strings.next();
            String title = strings.next();
            String secret = strings.next();
            boolean userAuth = Boolean.parseBoolean(strings.next());
            handlers.add(new Handler(kind, method, readList(strings), title, resourceTypes(strings), userAuth, secret));
        }
        return new Handlers(
                handlers,
                params.get(ASYNCHRONOUS, Boolean.class),
                handlers.stream().anyMatch(Handler::userAuth)
                        || !params.get(AUTHORIZING, String.class).isEmpty());
    }

    private static void write(List<String> list, List<String> strings) {
        strings.add(Integer.toString(list.size()));
        strings.addAll(list);
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
