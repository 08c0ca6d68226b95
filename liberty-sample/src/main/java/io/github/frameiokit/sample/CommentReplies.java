package io.github.frameiokit.sample;

import static io.github.frameiokit.WebhookType.COMMENT_CREATED;

import io.github.frameiokit.Webhook;
import io.github.frameiokit.WebhookEvent;
import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.client.model.Comment;
import io.github.frameiokit.client.request.CommentDraft;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;

/** Shows a call of Frame.io's API: the app answers a comment with a comment, but never its own. */
@Handlers
class CommentReplies {

    private static final System.Logger LOG = System.getLogger(CommentReplies.class.getName());

    @Inject
    FrameioClient frameio;

    /** Frame.io gets its 200 before this method runs, so the calls can take their time. */
    void onComment(@ObservesAsync @Webhook(COMMENT_CREATED) WebhookEvent event) {
        if (isOwn(event)) {
            return;
        }
        String account = event.accountId().orElseThrow();
        try {
            Comment comment = frameio.comments().show(account, event.resourceId());
            frameio.comments()
                    .create(account, comment.fileId(), CommentDraft.of("Thank you! We read: " + comment.text()));
        } catch (FrameioApiException.NotFound e) {
            LOG.log(System.Logger.Level.INFO, "There is no such comment any more: " + event);
        }
    }

    /** The reply is a comment as well. Its event names the app's own user. */
    private boolean isOwn(WebhookEvent event) {
        return frameio.users().show().id().equals(event.userId());
    }
}
