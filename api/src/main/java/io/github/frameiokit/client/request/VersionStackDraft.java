package io.github.frameiokit.client.request;

import java.util.List;

/** A version stack to create from files. Immutable: each method returns a copy. */
public final class VersionStackDraft extends RequestParameters<VersionStackDraft> {

    private VersionStackDraft() {}

    /**
     * Creates a draft with everything that Frame.io requires.
     *
     * @param fileIds the files, from 2 to 10, none blank
     * @return the draft
     * @throws IllegalArgumentException if an argument is outside these bounds
     */
    public static VersionStackDraft of(String... fileIds) {
        return new VersionStackDraft().setList("file_ids", 2, 10, fileIds);
    }

    /**
     * Creates a draft with everything that Frame.io requires.
     *
     * @param fileIds the files, from 2 to 10, none blank, not null
     * @return the draft
     * @throws IllegalArgumentException if an argument is outside these bounds
     */
    public static VersionStackDraft of(List<String> fileIds) {
        return new VersionStackDraft().setList("file_ids", 2, 10, fileIds);
    }
}
