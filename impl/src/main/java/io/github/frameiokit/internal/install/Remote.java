package io.github.frameiokit.internal.install;

import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.client.model.CustomAction;
import io.github.frameiokit.client.model.WebhookSubscription;
import io.github.frameiokit.client.request.CustomActionDraft;
import io.github.frameiokit.client.request.CustomActionUpdate;
import io.github.frameiokit.client.request.WebhookDraft;
import io.github.frameiokit.client.request.WebhookUpdate;
import io.github.frameiokit.install.Registration.Kind;
import io.github.frameiokit.internal.Settings.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A webhook or a custom action in Frame.io.
 *
 * @param kind which of the two
 * @param id its id
 * @param name its name
 * @param description what an action does; empty for a webhook
 * @param types the types of its events
 * @param url where its events are sent
 * @param active whether it sends any
 */
record Remote(Kind kind, String id, String name, String description, List<String> types, String url, boolean active) {

    /**
     * What Frame.io says when something is created.
     *
     * @param id its id
     * @param secret its secret, which is never told again
     */
    record Created(String id, Optional<String> secret) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "Created[" + id + "]";
        }
    }

    /** All of a workspace. */
    static List<Remote> all(FrameioClient client, Workspace workspace) {
        List<Remote> all = new ArrayList<>();
        for (WebhookSubscription webhook : client.webhooks().index(workspace.accountId(), workspace.workspaceId())) {
            all.add(new Remote(
                    Kind.WEBHOOK,
                    webhook.id(),
                    webhook.name(),
                    "",
                    webhook.events(),
                    webhook.url(),
                    webhook.active().orElse(true)));
        }
        for (CustomAction action : client.customActions().index(workspace.accountId(), workspace.workspaceId())) {
            if (action.deletedAt().isEmpty()) {
                all.add(new Remote(
                        Kind.ACTION,
                        action.id(),
                        action.name(),
                        action.description(),
                        List.of(action.event()),
                        action.url(),
                        action.active()));
            }
        }
        return all;
    }

    static Created create(FrameioClient client, Workspace workspace, Manifest.Item item, String url) {
        if (item.kind() == Kind.WEBHOOK) {
            WebhookSubscription webhook = client.webhooks()
                    .create(
                            workspace.accountId(),
                            workspace.workspaceId(),
                            WebhookDraft.of(item.name(), url, item.types()));
            return new Created(webhook.id(), webhook.secret());
        }
        CustomAction action = client.customActions()
                .create(
                        workspace.accountId(),
                        workspace.workspaceId(),
                        CustomActionDraft.of(item.name(), item.description(), item.key(), url));
        return new Created(action.id(), action.secret());
    }

    /** Changes what an item says, and leaves the rest to people. */
    void update(FrameioClient client, Workspace workspace, Manifest.Item item, List<String> newTypes, String newUrl) {
        if (kind == Kind.WEBHOOK) {
            client.webhooks()
                    .update(
                            workspace.accountId(),
                            id,
                            new WebhookUpdate().name(item.name()).url(newUrl).events(newTypes.toArray(String[]::new)));
        } else {
            client.customActions()
                    .update(
                            workspace.accountId(),
                            id,
                            new CustomActionUpdate()
                                    .name(item.name())
                                    .description(item.description())
                                    .event(item.key())
                                    .url(newUrl));
        }
    }

    /** Deletes it; somebody may have done so already. */
    static void delete(FrameioClient client, Workspace workspace, Kind kind, String id) {
        try {
            if (kind == Kind.WEBHOOK) {
                client.webhooks().delete(workspace.accountId(), id);
            } else {
                client.customActions().delete(workspace.accountId(), id);
            }
        } catch (FrameioApiException.NotFound e) {
            // it is gone, which was the aim
        }
    }
}
