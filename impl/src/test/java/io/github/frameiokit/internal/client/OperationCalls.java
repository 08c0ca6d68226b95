package io.github.frameiokit.internal.client;

import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.client.request.PageQuery;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The calls of some groups of operations, together with every parameter and every member that these take. */
abstract class OperationCalls {

    /** An account, and anything else. */
    static final String A = "6f70f1bd-7e89-4a7e-b4d3-7e576585a181";

    static final String ID = "d3075547-4e64-45f0-ad12-d075660eddd2";
    static final String OTHER = "56556a3f-859f-4b38-b6c6-e8625b5da8a5";
    static final Instant TIME = Instant.parse("2027-01-01T00:00:00Z");

    private final Map<String, List<Consumer<FrameioClient>>> calls = new LinkedHashMap<>();

    /** The calls of every operation, by its name. */
    static Map<String, List<Consumer<FrameioClient>>> all() {
        Map<String, List<Consumer<FrameioClient>>> all = new LinkedHashMap<>();
        List.of(new AccountCalls(), new AssetCalls(), new MetadataCalls(), new ShareCalls())
                .forEach(group -> all.putAll(group.calls));
        return all;
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    final void call(String operation, Consumer<FrameioClient>... calls) {
        call(operation, List.of(calls));
    }

    final void call(String operation, List<Consumer<FrameioClient>> calls) {
        this.calls.put(operation, calls);
    }

    static <Q extends PageQuery<Q>> Q paged(Q query) {
        return query.pageSize(50).after("1/+=&").includeTotalCount();
    }
}
