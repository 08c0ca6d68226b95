package io.github.frameiokit;

/**
 * The webhook types that Frame.io documents. {@link Webhook} accepts any other type as well.
 *
 * @see <a href="https://developer.adobe.com/frameio/guides/Webhooks/">Frame.io: Webhooks</a>
 */
public final class WebhookType {

    /** A file was created. Its bytes may not have arrived yet. */
    public static final String FILE_CREATED = "file.created";

    /** All transcodes of a file are complete. */
    public static final String FILE_READY = "file.ready";

    /** A file was changed. */
    public static final String FILE_UPDATED = "file.updated";

    /** A file was deleted. */
    public static final String FILE_DELETED = "file.deleted";

    /** All bytes of a file have arrived. */
    public static final String FILE_UPLOAD_COMPLETED = "file.upload.completed";

    /** A version was added to a file. */
    public static final String FILE_VERSIONED = "file.versioned";

    /** A file was copied. */
    public static final String FILE_COPIED = "file.copied";

    /** A folder was created. */
    public static final String FOLDER_CREATED = "folder.created";

    /** A folder was changed. */
    public static final String FOLDER_UPDATED = "folder.updated";

    /** A folder was deleted. */
    public static final String FOLDER_DELETED = "folder.deleted";

    /** A folder was copied. */
    public static final String FOLDER_COPIED = "folder.copied";

    /** A comment or a reply was created. */
    public static final String COMMENT_CREATED = "comment.created";

    /** A comment was changed. */
    public static final String COMMENT_UPDATED = "comment.updated";

    /** A comment was deleted. */
    public static final String COMMENT_DELETED = "comment.deleted";

    /** A comment was marked as completed. */
    public static final String COMMENT_COMPLETED = "comment.completed";

    /** A comment is no longer marked as completed. */
    public static final String COMMENT_UNCOMPLETED = "comment.uncompleted";

    /** A project was created. */
    public static final String PROJECT_CREATED = "project.created";

    /** A project was changed. */
    public static final String PROJECT_UPDATED = "project.updated";

    /** A project was deleted. */
    public static final String PROJECT_DELETED = "project.deleted";

    /** The value of an asset's metadata field was changed. A new status has this type, too. */
    public static final String METADATA_VALUE_UPDATED = "metadata.value.updated";

    /** A collection was created. */
    public static final String COLLECTION_CREATED = "collection.created";

    /** A collection was changed. */
    public static final String COLLECTION_UPDATED = "collection.updated";

    /** A collection was deleted. */
    public static final String COLLECTION_DELETED = "collection.deleted";

    /** A custom metadata field was created. */
    public static final String CUSTOMFIELD_CREATED = "customfield.created";

    /** A custom metadata field was changed. */
    public static final String CUSTOMFIELD_UPDATED = "customfield.updated";

    /** A custom metadata field was deleted. */
    public static final String CUSTOMFIELD_DELETED = "customfield.deleted";

    /** A share was created. */
    public static final String SHARE_CREATED = "share.created";

    /** A share was changed. */
    public static final String SHARE_UPDATED = "share.updated";

    /** A share was deleted. */
    public static final String SHARE_DELETED = "share.deleted";

    /** A share was viewed, possibly by someone without an account. */
    public static final String SHARE_VIEWED = "share.viewed";

    private WebhookType() {}
}
