package io.github.frameiokit.testkit;

import static java.util.Objects.requireNonNull;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * What is in the fake Frame.io of {@link Fakes}: an account with a workspace, a project with files, users, comments,
 * webhooks and custom actions. What an app writes through the API can be read back, through the API, with this class,
 * and on the world's page, until the fakes are closed. A change sends its event to the webhooks that want it.
 *
 * <pre>{@code
 * World world = fakes.world();
 * world.addWebhook("Comments", "http://localhost:9080/frameio", secret, "comment.created");
 * world.comment(file, "Nice cut!", FakeIms.ADA);
 * world.settle(Duration.ofSeconds(5));                              // the app has got the event
 *
 * world.addAction("transcribe.file", "Transcribe", "http://localhost:9080/frameio", secret);
 * Interaction form = world.run("transcribe.file", file, FakeIms.ADA);
 * Interaction message = form.submit(Map.of("language", "es"));
 * }</pre>
 *
 * <p>An event is sent as Frame.io sends it: signed, five times at most, with 15, 30, 60 and 120 seconds between the
 * attempts; {@link #timeScale} shortens the waiting. It is sent only to addresses on this machine. No parameter and no
 * result is null. Thread-safe.
 */
public final class World {

    /** What can be in a world. */
    public enum Kind {
        /** An account. */
        ACCOUNT,
        /** A workspace in an account. */
        WORKSPACE,
        /** A project in a workspace. */
        PROJECT,
        /** A folder in a project or a folder. */
        FOLDER,
        /** A file in a folder or a version stack. */
        FILE,
        /** Several versions of a file, in a folder. */
        VERSION_STACK,
        /** A comment on a file. */
        COMMENT,
        /** A custom action of a workspace. */
        ACTION,
        /** A webhook of a workspace. */
        WEBHOOK,
        /** A user. */
        USER;

        /**
         * The name in events.
         *
         * @return the name, such as {@code version_stack}
         */
        public String type() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A user whom every world has, besides {@link FakeIms#ADA} and {@link FakeIms#SERVICE_ACCOUNT}. */
    public static final FakeIms.User GRACE = new FakeIms.User(
            "7D21A94E5F0B46C80A495C77@c62f24cc5b5b7e0e0a494004",
            "1d0f3a52-6f0e-4b39-8f4b-5a1c2e7d9b63",
            "Grace Hopper",
            "grace@example.com");

    private static final Set<Kind> ASSETS = Set.of(Kind.FILE, Kind.FOLDER, Kind.VERSION_STACK);
    private static final int REMEMBERED = 100;

    private final Entities entities = new Entities();
    private final WorldHooks hooks = new WorldHooks(entities);
    private final Post post = new Post();
    private final Events events = new Events(entities, hooks, post);
    private final Actions actions = new Actions(entities, hooks, post);
    private final List<Interaction> interactions = new CopyOnWriteArrayList<>();
    private final Storage storage;
    private final WorldPlaces places;
    private final WorldAssets assets;
    private final WorldComments comments;
    private final Consumer<FakeIms.User> newUsers;
    private final String projectId;

    /**
     * @param page the address of the world's page
     * @param newUsers gets each user
     */
    World(Storage storage, String page, Consumer<FakeIms.User> newUsers) {
        this.storage = storage;
        this.newUsers = newUsers;
        places = new WorldPlaces(entities, events, page);
        assets = new WorldAssets(entities, events, storage, page);
        comments = new WorldComments(entities, events, storage);
        projectId = begin();
    }

    private String begin() {
        addUser(FakeIms.ADA);
        addUser(GRACE);
        addUser(FakeIms.SERVICE_ACCOUNT);
        String ada = FakeIms.ADA.frameioId();
        String account = places.addAccount("Example Films").id();
        String workspace = places.addWorkspace(account, ada, "Post-production").id();
        Entity project = places.addProject(workspace, ada, "Spring campaign");
        Entity root = entities.get(Kind.FOLDER, project.json().getString("root_folder_id"));
        Entity dailies = assets.addFolder(root, ada, "Dailies");
        assets.addReadyFile(dailies, ada, "A001_C001.mov", text("the first clip"));
        assets.addReadyFile(dailies, ada, "A001_C002.mov", text("the second clip"));
        assets.addReadyFile(root, ada, "Script.pdf", text("the script"));
        Entity trailer = assets.addReadyFile(root, ada, "Trailer.mov", text("the trailer"));
        assets.addStack(
                root,
                ada,
                List.of(
                        assets.addReadyFile(root, ada, "Teaser_v1.mov", text("the teaser")),
                        assets.addReadyFile(root, ada, "Teaser_v2.mov", text("the teaser, shorter"))));
        comment(trailer.id(), "The logo comes too early.", GRACE);
        return project.id();
    }

    private static byte[] text(String what) {
        return ("This stands for " + what + ".").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The account that the world begins with.
     *
     * @return its id
     */
    public String accountId() {
        return around(projectId, Kind.ACCOUNT);
    }

    /**
     * The workspace that the world begins with.
     *
     * @return its id
     */
    public String workspaceId() {
        return around(projectId, Kind.WORKSPACE);
    }

    /**
     * The project that the world begins with.
     *
     * @return its id
     */
    public String projectId() {
        return projectId;
    }

    /**
     * The root folder of the project that the world begins with.
     *
     * @return its id
     */
    public String folderId() {
        return entities.get(Kind.PROJECT, projectId).json().getString("root_folder_id");
    }

    private String around(String id, Kind kind) {
        return entities.find(id)
                .flatMap(it -> entities.around(it, kind))
                .orElseThrow()
                .id();
    }

    /**
     * Anything in the world.
     *
     * @param id its id
     * @return its JSON, as the API shows it; empty if there is no such thing, or no longer
     */
    public Optional<JsonObject> find(String id) {
        return entities.find(requireNonNull(id, "id")).map(assets::plain);
    }

    /**
     * Everything of one kind.
     *
     * @param kind the kind
     * @return the JSON of each, as the API shows it, the oldest first
     */
    public List<JsonObject> all(Kind kind) {
        return entities.all(requireNonNull(kind, "kind")).stream()
                .map(assets::plain)
                .toList();
    }

    /**
     * The comments on a file.
     *
     * @param fileId the file
     * @return the JSON of each, as the API shows it, the oldest first
     */
    public List<JsonObject> comments(String fileId) {
        return entities.children(requireNonNull(fileId, "fileId"), Kind.COMMENT).stream()
                .map(Entity::json)
                .toList();
    }

    /**
     * Adds a user, who can sign in at the fake identity service.
     *
     * @param user the user
     * @return the same user
     */
    public FakeIms.User addUser(FakeIms.User user) {
        places.addUser(requireNonNull(user, "user"));
        newUsers.accept(user);
        return user;
    }

    /**
     * Uploads a file, as a user does. The events are {@code file.created} and {@code file.upload.completed}, and two
     * seconds later, which {@link #timeScale} shortens, {@code file.ready}.
     *
     * @param folderId the folder
     * @param name the file's name
     * @param bytes its content
     * @param user who uploads it
     * @return the file's id
     * @throws IllegalArgumentException if there is no such folder
     */
    public String upload(String folderId, String name, byte[] bytes, FakeIms.User user) {
        Entity folder = known(Kind.FOLDER, folderId);
        Entity file = assets.addFile(folder, user.frameioId(), name, WorldAssets.mediaType(name), bytes.length);
        events.fire("file.created", file, user.frameioId());
        storage.put(file.id(), bytes);
        assets.arrived(file.id());
        return file.id();
    }

    /**
     * Comments on a file, as a user does. The event is {@code comment.created}.
     *
     * @param fileId the file
     * @param text the comment
     * @param user who comments
     * @return the comment's id
     * @throws IllegalArgumentException if there is no such file
     */
    public String comment(String fileId, String text, FakeIms.User user) {
        JsonObject data = Json.createObjectBuilder()
                .add("text", requireNonNull(text, "text"))
                .build();
        return comments.create(known(Kind.FILE, fileId).id(), user.frameioId(), data)
                .id();
    }

    /**
     * Adds a workspace with a project, as another tenant of the app has it, to the account that the world begins with.
     *
     * @param name the workspace's name
     * @return the workspace's id
     */
    public String addWorkspace(String name) {
        String ada = FakeIms.ADA.frameioId();
        String workspace = places.addWorkspace(accountId(), ada, requireNonNull(name, "name"))
                .id();
        places.addProject(workspace, ada, name);
        return workspace;
    }

    /**
     * The root folder of a workspace's first project.
     *
     * @param workspaceId the workspace
     * @return the folder's id
     * @throws IllegalArgumentException if there is no such workspace, or it has no project
     */
    public String folderOf(String workspaceId) {
        return entities.children(known(Kind.WORKSPACE, workspaceId).id(), Kind.PROJECT).stream()
                .map(it -> it.json().getString("root_folder_id"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The workspace has no project."));
    }

    /**
     * Deletes a webhook or a custom action, as a person can in Frame.io.
     *
     * @param id its id
     * @throws IllegalArgumentException if there is none
     */
    public void deleteHook(String id) {
        entities.remove(entities.find(requireNonNull(id, "id"))
                .filter(it -> it.kind() == Kind.WEBHOOK || it.kind() == Kind.ACTION)
                .orElseThrow(() -> new IllegalArgumentException("The world has no hook '" + id + "'.")));
    }

    /**
     * Adds a webhook to the workspace, with a secret that the app knows already. A call of {@code webhooks.create}
     * makes up a secret instead.
     *
     * @param name the name
     * @param url the app's address for events
     * @param secret what signs the events
     * @param types the types of the events, such as {@code comment.created}
     * @return the webhook's id
     */
    public String addWebhook(String name, String url, String secret, String... types) {
        JsonObject data = Json.createObjectBuilder()
                .add("events", Json.createArrayBuilder(List.of(types)))
                .add("name", name)
                .add("url", url)
                .build();
        return hooks.addWebhook(workspaceId(), FakeIms.ADA.frameioId(), secret, data)
                .id();
    }

    /**
     * Adds a custom action to the workspace, for one asset and for several, with a secret that the app knows already. A
     * call of {@code customActions.create} makes up a secret instead.
     *
     * @param event the action's event, such as {@code transcribe.file}
     * @param name what users see
     * @param url the app's address for events
     * @param secret what signs the requests
     * @return the action's id
     */
    public String addAction(String event, String name, String url, String secret) {
        JsonObject data = Json.createObjectBuilder()
                .add("description", name)
                .add("event", event)
                .add("name", name)
                .add("url", url)
                .build();
        return hooks.addAction(workspaceId(), FakeIms.ADA.frameioId(), secret, data)
                .id();
    }

    /**
     * Takes a user's right to administer a workspace: Frame.io then answers 403 to this user's calls for its webhooks
     * and custom actions.
     *
     * @param workspaceId the workspace
     * @param user the user
     * @throws IllegalArgumentException if there is no such workspace
     */
    public void forbid(String workspaceId, FakeIms.User user) {
        hooks.forbid(known(Kind.WORKSPACE, workspaceId).id(), user.frameioId());
    }

    /**
     * Runs a custom action on an asset, as its user would: sends the request to the app, and waits for the answer as
     * long as Frame.io does. Frame.io may send it again if that fails; the world doesn't.
     *
     * @param action the action's id or its event
     * @param assetId a file, a folder or a version stack
     * @param user who runs it
     * @return the app's answer
     * @throws IllegalArgumentException if there is no such action or asset
     */
    public Interaction run(String action, String assetId, FakeIms.User user) {
        return run(action, List.of(assetId), user);
    }

    /**
     * Runs a custom action on several assets.
     *
     * @param action the action's id or its event
     * @param assetIds files, folders and version stacks
     * @param user who runs it
     * @return the app's answer
     * @throws IllegalArgumentException if there is no such action or asset, or no asset, or the action isn't for
     *     several
     */
    public Interaction run(String action, List<String> assetIds, FakeIms.User user) {
        Entity chosen = entities.all(Kind.ACTION).stream()
                .filter(it ->
                        it.id().equals(action) || it.json().getString("event").equals(action))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The world has no action '" + action + "'."));
        List<Entity> selected = assetIds.stream()
                .map(id -> entities.find(id)
                        .filter(it -> ASSETS.contains(it.kind()))
                        .orElseThrow(() -> new IllegalArgumentException("The world has no asset '" + id + "'.")))
                .toList();
        return remembered(actions.run(chosen, known(Kind.USER, user.frameioId()), selected));
    }

    /** Keeps a step for the page. */
    Interaction remembered(Interaction step) {
        interactions.removeIf(it -> it.id().equals(step.id()));
        interactions.add(step);
        while (interactions.size() > REMEMBERED) {
            interactions.remove(0);
        }
        return step;
    }

    /** The latest step of each run. */
    List<Interaction> interactions() {
        return List.copyOf(interactions);
    }

    /**
     * Sends an event that no call causes, such as {@code share.viewed}. If its resource isn't in the world, the event
     * is one of the project that the world begins with.
     *
     * @param type the event's type
     * @param resourceType the resource's type, such as {@code share}
     * @param resourceId the resource
     * @param user whose doing it is
     */
    public void fire(String type, String resourceType, String resourceId, FakeIms.User user) {
        Entity place = entities.find(resourceId)
                .filter(it -> entities.around(it, Kind.PROJECT).isPresent())
                .orElseGet(() -> entities.get(Kind.PROJECT, projectId));
        events.fire(type, place, resourceType, resourceId, user.frameioId());
    }

    /**
     * The events that were sent to webhooks: the latest 200.
     *
     * @return the deliveries, the newest first
     */
    public List<Delivery> deliveries() {
        return events.deliveries();
    }

    /**
     * Waits until no file is being transcoded and each event was accepted or has had its five attempts.
     *
     * @param patience how long to wait at most
     * @throws IllegalStateException if something is still pending then
     */
    public void settle(Duration patience) {
        try {
            if (!events.settled(patience)) {
                throw new IllegalStateException("After " + patience + ", an event is still to be sent again.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for events.", e);
        }
    }

    /**
     * Scales the times that the world waits: between the attempts of an event, and until a file is ready. With 0.001,
     * 15 seconds are 15 milliseconds.
     *
     * @param factor the factor, not negative; 1 by default
     * @throws IllegalArgumentException if it is negative or no number
     */
    public void timeScale(double factor) {
        if (!(factor >= 0)) {
            throw new IllegalArgumentException("The factor must not be negative, but is " + factor + ".");
        }
        events.timeScale(factor);
    }

    /**
     * The answer to a call, an empty object for none; empty if the world has none for this operation.
     *
     * @throws Refusal if the call is for something that isn't in the world, or can't be done
     */
    Optional<JsonObject> answer(Call call) {
        synchronized (entities) {
            if (call.hasPath("account_id")) {
                entities.get(Kind.ACCOUNT, call.path("account_id"));
            }
            return places.answer(call)
                    .or(() -> comments.answer(call))
                    .or(() -> hooks.answer(call))
                    .or(() -> assets.answer(call));
        }
    }

    void arrived(String fileId) {
        assets.arrived(fileId);
    }

    Entities entities() {
        return entities;
    }

    void close() {
        events.close();
    }

    private Entity known(Kind kind, String id) {
        return entities.find(requireNonNull(id, "id"))
                .filter(it -> it.kind() == kind)
                .orElseThrow(() -> new IllegalArgumentException("The world has no " + kind.type() + " '" + id + "'."));
    }
}
