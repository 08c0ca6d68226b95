package io.github.frameiokit.it.app;

import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.install.InstallationPlan;
import io.github.frameiokit.install.InstallationResult;
import io.github.frameiokit.install.Installations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import java.util.stream.Collectors;

/** What an administrator does with installations. */
@Path("installations")
@ApplicationScoped
public class InstallationsResource {

    @Inject
    private Installations installations;

    @Inject
    private FrameioClient client;

    @GET
    public String list() {
        return installations.list().stream()
                .map(it -> it.workspaceId() + " " + it.registrations().size())
                .collect(Collectors.joining("\n"));
    }

    @GET
    @Path("plan")
    public String plan(@QueryParam("account") String account, @QueryParam("workspace") String workspace) {
        return changes(installations.plan(account, workspace));
    }

    @GET
    @Path("install")
    public String install(@QueryParam("account") String account, @QueryParam("workspace") String workspace) {
        return result(installations.install(account, workspace));
    }

    @GET
    @Path("uninstall")
    public String uninstall(@QueryParam("account") String account, @QueryParam("workspace") String workspace) {
        return result(installations.uninstall(account, workspace));
    }

    @GET
    @Path("save")
    public String save(
            @QueryParam("account") String account,
            @QueryParam("workspace") String workspace,
            @QueryParam("bucket") String bucket,
            @QueryParam("key") String key) {
        return installations
                .saveSettings(client, account, workspace, Map.of("bucket", bucket, "key", key))
                .toString();
    }

    private static String result(InstallationResult result) {
        return result.isComplete() + " " + changes(result.plan());
    }

    private static String changes(InstallationPlan plan) {
        return plan.changes().stream().map(it -> it.change().name()).collect(Collectors.joining(" "));
    }
}
