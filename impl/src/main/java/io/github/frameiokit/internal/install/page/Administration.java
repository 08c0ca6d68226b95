package io.github.frameiokit.internal.install.page;

import io.github.frameiokit.client.FrameioApiException;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.client.Page;
import io.github.frameiokit.client.model.Workspace;
import io.github.frameiokit.client.request.WebhookQuery;
import io.github.frameiokit.client.request.WorkspaceQuery;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/**
 * What a visitor may administer. Frame.io decides it, with the visitor's own token and for each request anew: a
 * workspace's webhooks are listed only for those who may change them.
 */
final class Administration {

    /** A page shows that many workspaces, and asks Frame.io about each; it allows 100 such calls per minute. */
    private static final int WORKSPACES = 20;

    private final FrameioClient client;
    private final Set<String> allowed;

    /**
     * Asks for a visitor.
     *
     * @param client acts as the visitor
     * @param allowed the accounts that the app is for; empty for all
     */
    Administration(FrameioClient client, Set<String> allowed) {
        this.client = client;
        this.allowed = allowed;
    }

    FrameioClient client() {
        return client;
    }

    /** The visitor's accounts that the app is for. */
    List<Place.Group> accounts() {
        return client.accounts().index().stream()
                .filter(account -> isAllowed(account.id()))
                .map(Place.Group::of)
                .toList();
    }

    /**
     * Some workspaces of an account.
     *
     * @param places the workspaces
     * @param manageable those that the visitor may administer
     * @param more where the next ones begin
     */
    record Listed(List<Place> places, Set<Place> manageable, Optional<String> more) {}

    /** Some of an account's workspaces; Frame.io is asked about all of them at the same time. */
    Listed workspaces(String accountId, Optional<String> after, Executor executor) {
        checkAllowed(accountId);
        WorkspaceQuery query = new WorkspaceQuery().pageSize(WORKSPACES);
        Page<Workspace> page =
                client.workspaces().index(accountId, after.map(query::after).orElse(query));
        List<Place> places = page.items().stream()
                .map(workspace -> Place.of(accountId, workspace))
                .toList();
        List<CompletableFuture<Optional<Place>>> answers = places.stream()
                .map(place ->
                        CompletableFuture.supplyAsync(() -> Optional.of(place).filter(this::mayAdminister), executor))
                .toList();
        Set<Place> manageable =
                answers.stream().flatMap(answer -> answer.join().stream()).collect(Collectors.toSet());
        return new Listed(places, manageable, page.cursor());
    }

    /**
     * The workspace, if the visitor may administer it.
     *
     * @throws Refusal if not, or the app isn't for that account
     */
    Place workspace(String accountId, String workspaceId) {
        checkAllowed(accountId);
        Place asked = new Place(accountId, workspaceId, "");
        if (!mayAdminister(asked)) {
            throw new Refusal(Refusal.Reason.NO_RIGHT);
        }
        Workspace workspace = client.workspaces().show(accountId, workspaceId);
        // an account that the app is for must not lead to a workspace of another one
        if (!workspace.accountId().equals(accountId) || !workspace.id().equals(workspaceId)) {
            throw new Refusal(Refusal.Reason.NO_RIGHT);
        }
        return Place.of(accountId, workspace);
    }

    private boolean mayAdminister(Place place) {
        try {
            client.webhooks().index(place.accountId(), place.workspaceId(), new WebhookQuery().pageSize(1));
            return true;
        } catch (FrameioApiException.Forbidden | FrameioApiException.NotFound | FrameioApiException.Invalid e) {
            return false;
        }
    }

    private void checkAllowed(String accountId) {
        if (!isAllowed(accountId)) {
            throw new Refusal(Refusal.Reason.NOT_ALLOWED);
        }
    }

    private boolean isAllowed(String accountId) {
        return allowed.isEmpty() || allowed.contains(accountId);
    }
}
