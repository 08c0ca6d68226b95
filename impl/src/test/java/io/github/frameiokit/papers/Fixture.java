package io.github.frameiokit.papers;

import io.github.frameiokit.ActionEvent;
import io.github.frameiokit.oauth.TokenStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** What the papers' examples use and don't show. */
public final class Fixture {

    public static final String accountId = "an-account";
    public static final String workspaceId = "a-workspace";
    public static final String projectId = "a-project";
    public static final String folderId = "a-folder";
    public static final String fileId = "a-file";
    public static final String otherFileId = "another";
    public static final String commentId = "a-comment";
    public static final String userId = "a-user";
    public static final String fieldId = "00000000-0000-4000-8000-000000000001";

    private Fixture() {}

    public static void log(Object what) {}

    public record TranscriptionJob(ActionEvent event) {}

    @ApplicationScoped
    public static class Archive {

        public void store(String resourceId) {}
    }

    @ApplicationScoped
    public static class Vault {

        public List<String> secretsOfAccount(String id) {
            return List.of("0123456789abcdef");
        }

        public List<String> secretsOfAction(String id) {
            return List.of("fedcba9876543210");
        }
    }

    /** A map that all nodes share. */
    public static class Maps {

        @Produces
        @ApplicationScoped
        public ConcurrentMap<String, TokenStore.Entry> entries() {
            return new ConcurrentHashMap<>();
        }
    }
}
