package io.github.frameiokit.sample;

import static io.github.frameiokit.ResourceType.FOLDER;

import io.github.frameiokit.Action;
import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.client.Upload;
import io.github.frameiokit.response.Message;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/**
 * Shows slow work after the answer, and an upload with its progress: the names of a folder's assets, as a file in it.
 */
@Handlers
class Inventory {

    private static final System.Logger LOG = System.getLogger(Inventory.class.getName());

    @Inject
    FrameioClient frameio;

    @Inject
    Event<Job> jobs;

    record Job(String accountId, String folderId) {}

    Message start(
            @Observes
                    @Action(
                            value = "take.inventory",
                            name = "Take inventory",
                            description = "Adds a list of the folder's assets",
                            on = FOLDER)
                    ActionEvent event) {
        String account = event.accountId().orElseThrow();
        event.resources()
                .forEach(folder -> jobs.fireAsync(new Job(account, folder.id())).whenComplete(Inventory::logFailure));
        return Message.of("In progress", "You will find inventory.txt in the folder.");
    }

    /** Nobody waits for the job, so a failure would be lost. */
    private static void logFailure(Job job, Throwable failure) {
        if (failure != null) {
            LOG.log(System.Logger.Level.ERROR, "No inventory of " + job, failure);
        }
    }

    void upload(@ObservesAsync Job job) {
        StringBuilder list = new StringBuilder("This folder has:\n");
        frameio.folders()
                .index(job.accountId(), job.folderId())
                .forEach(asset -> list.append(asset.name()).append('\n'));
        byte[] bytes = list.toString().getBytes(StandardCharsets.UTF_8);
        frameio.upload(
                job.accountId(),
                job.folderId(),
                Upload.of(new ByteArrayInputStream(bytes), "inventory.txt", bytes.length)
                        .onProgress((sent, total) -> LOG.log(
                                System.Logger.Level.INFO, "inventory.txt: " + sent + " of " + total + " bytes sent")));
    }
}
