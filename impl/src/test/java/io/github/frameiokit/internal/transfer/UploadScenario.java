package io.github.frameiokit.internal.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.frameiokit.client.TransferException;
import io.github.frameiokit.client.Upload;
import io.github.frameiokit.client.model.File;
import io.github.frameiokit.testkit.Scripted;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** An upload to the fake storage. */
abstract class UploadScenario extends TransferScenario {

    @BeforeEach
    void prepare() {
        tested.fake.partSize(PART);
    }

    File upload(Upload upload) {
        return tested.client().upload("a", "f", upload);
    }

    Upload stream() {
        return Upload.of(new ByteArrayInputStream(content), "cut.mov", content.length);
    }

    Path file() throws IOException {
        return Files.write(folder.resolve("cut.mov"), content);
    }

    static Scripted rejection(int status, String code) {
        return new Scripted(status, Map.of(), "<?xml version=\"1.0\"?><Error><Code>" + code + "</Code></Error>");
    }

    static void assertNamesTheFile(Throwable failure) {
        TransferException note = assertInstanceOf(TransferException.class, failure.getSuppressed()[0]);
        assertEquals("The file " + note.fileId() + " stays at Frame.io without its content.", note.getMessage());
    }
}
