package io.github.frameiokit.internal.client;

import io.github.frameiokit.client.model.Project;
import io.github.frameiokit.client.model.Role;
import io.github.frameiokit.client.request.AccountQuery;
import io.github.frameiokit.client.request.AuditLogQuery;
import io.github.frameiokit.client.request.CustomActionDraft;
import io.github.frameiokit.client.request.CustomActionQuery;
import io.github.frameiokit.client.request.CustomActionUpdate;
import io.github.frameiokit.client.request.FolderMemberQuery;
import io.github.frameiokit.client.request.GroupDraft;
import io.github.frameiokit.client.request.GroupQuery;
import io.github.frameiokit.client.request.GroupUpdate;
import io.github.frameiokit.client.request.Include;
import io.github.frameiokit.client.request.MemberQuery;
import io.github.frameiokit.client.request.ProjectDraft;
import io.github.frameiokit.client.request.ProjectQuery;
import io.github.frameiokit.client.request.ProjectUpdate;
import io.github.frameiokit.client.request.RoleUpdate;
import io.github.frameiokit.client.request.WebhookDraft;
import io.github.frameiokit.client.request.WebhookQuery;
import io.github.frameiokit.client.request.WebhookUpdate;
import io.github.frameiokit.client.request.WorkspaceDraft;
import io.github.frameiokit.client.request.WorkspaceQuery;
import io.github.frameiokit.client.request.WorkspaceUpdate;
import java.time.LocalDate;

/** The calls of an account: its users, groups, workspaces and projects, and who has which role in them. */
final class AccountCalls extends OperationCalls {

    AccountCalls() {
        MemberQuery members =
                paged(new MemberQuery().sort(MemberQuery.Sort.ROLE_ASC).includeDeactivated(true));
        RoleUpdate editor = RoleUpdate.of(Role.EDITOR);
        ProjectQuery projects =
                paged(new ProjectQuery().include(Include.OWNER).sort(ProjectQuery.Sort.CREATED_AT_DESC));
        call("accountPermissions.index", it -> it.accountPermissions().index(A, members));
        call("accountPermissions.update", it -> it.accountPermissions().update(A, ID, RoleUpdate.of(Role.MEMBER)));
        call(
                "accounts.index",
                it -> it.accounts().index(paged(new AccountQuery().sort(AccountQuery.Sort.DISPLAY_NAME_ASC))));
        call(
                "accounts.auditLogs",
                it -> it.accounts()
                        .auditLogs(
                                A,
                                paged(new AuditLogQuery()
                                        .include(Include.USER)
                                        .eventType("project_created")
                                        .fromDate(LocalDate.of(2026, 11, 1))
                                        .toDate(LocalDate.of(2026, 11, 2))
                                        .ipAddress("192.0.2.1")
                                        .projectId(ID)
                                        .workspaceId(ID)
                                        .userId(ID)
                                        .resourceId(ID)
                                        .resourceType("project"))));
        call(
                "customActions.index",
                it -> it.customActions().index(A, ID, paged(new CustomActionQuery().include(Include.CREATOR))));
        call("customActions.show", it -> it.customActions().show(A, ID, Include.CREATOR));
        call(
                "customActions.create",
                it -> it.customActions()
                        .create(
                                A,
                                ID,
                                CustomActionDraft.of(
                                                "Export", "Exports it", "export.asset", "https://example.com/frameio")
                                        .timeout(10)
                                        .multiAsset(false)));
        call(
                "customActions.update",
                it -> it.customActions()
                        .update(
                                A,
                                ID,
                                new CustomActionUpdate()
                                        .name("Export")
                                        .description("Exports it")
                                        .event("export.asset")
                                        .url("https://example.com/frameio")
                                        .timeout(5)
                                        .multiAsset(true)
                                        .active(false)));
        call("customActions.delete", it -> it.customActions().delete(A, ID));
        call(
                "folderPermissions.index",
                it -> it.folderPermissions().index(A, ID, paged(new FolderMemberQuery().includeDeactivated(true))));
        call("folderPermissions.update", it -> it.folderPermissions().update(A, ID, OTHER, editor));
        call("folderPermissions.delete", it -> it.folderPermissions().delete(A, ID, OTHER));
        call(
                "groups.index",
                it -> it.groups()
                        .index(
                                A,
                                paged(new GroupQuery().include(Include.CREATOR).sort(GroupQuery.Sort.NAME_DESC))));
        call("groups.show", it -> it.groups().show(A, ID, Include.CREATOR));
        call("groups.create", it -> it.groups().create(A, GroupDraft.of("Editors", "🎬")));
        call(
                "groups.update",
                it -> it.groups()
                        .update(A, ID, new GroupUpdate().name("Editors").emoji("🎞")));
        call("projectPermissions.index", it -> it.projectPermissions().index(A, ID, members));
        call("projectPermissions.update", it -> it.projectPermissions().update(A, ID, OTHER, editor));
        call("projectPermissions.delete", it -> it.projectPermissions().delete(A, ID, OTHER));
        call("projects.index", it -> it.projects().index(A, ID, projects));
        call("projects.indexByAccount", it -> it.projects().indexByAccount(A, projects));
        call("projects.indexInvited", it -> it.projects().indexInvited(A, projects));
        call("projects.show", it -> it.projects().show(A, ID, Include.OWNER));
        call(
                "projects.create",
                it -> it.projects().create(A, ID, ProjectDraft.of("Film").restricted(true)));
        call(
                "projects.update",
                it -> it.projects()
                        .update(
                                A,
                                ID,
                                new ProjectUpdate()
                                        .name("Film")
                                        .restricted(false)
                                        .status(Project.Status.INACTIVE)));
        call("projects.delete", it -> it.projects().delete(A, ID));
        call("users.show", it -> it.users().show());
        call(
                "webhooks.index",
                it -> it.webhooks()
                        .index(
                                A,
                                ID,
                                paged(new WebhookQuery()
                                        .include(Include.CREATOR)
                                        .sort(WebhookQuery.Sort.NAME_ASC))));
        call("webhooks.show", it -> it.webhooks().show(A, ID, Include.CREATOR));
        call(
                "webhooks.create",
                it -> it.webhooks()
                        .create(
                                A,
                                ID,
                                WebhookDraft.of(
                                        "Ready", "https://example.com/frameio", "file.ready", "comment.created")));
        call(
                "webhooks.update",
                it -> it.webhooks()
                        .update(
                                A,
                                ID,
                                new WebhookUpdate()
                                        .name("Ready")
                                        .url("https://example.com/frameio")
                                        .events("file.ready")
                                        .active(false)));
        call("webhooks.delete", it -> it.webhooks().delete(A, ID));
        call("workspacePermissions.index", it -> it.workspacePermissions().index(A, ID, members));
        call(
                "workspacePermissions.update",
                it -> it.workspacePermissions().update(A, ID, OTHER, RoleUpdate.of(Role.WORKSPACE_ADMIN)));
        call("workspacePermissions.delete", it -> it.workspacePermissions().delete(A, ID, OTHER));
        call(
                "workspaces.index",
                it -> it.workspaces()
                        .index(
                                A,
                                paged(new WorkspaceQuery()
                                        .include(Include.CREATOR)
                                        .sort(WorkspaceQuery.Sort.NAME_ASC))));
        call("workspaces.show", it -> it.workspaces().show(A, ID, Include.CREATOR));
        call("workspaces.create", it -> it.workspaces().create(A, new WorkspaceDraft().name("Studio")));
        call("workspaces.update", it -> it.workspaces().update(A, ID, new WorkspaceUpdate().name("Studio")));
        call("workspaces.delete", it -> it.workspaces().delete(A, ID));
    }
}
