package io.github.frameiokit.internal.client;

import io.github.frameiokit.client.FrameioClient;
import io.github.frameiokit.client.model.DateConfiguration;
import io.github.frameiokit.client.model.FieldDefinition;
import io.github.frameiokit.client.model.FieldMember;
import io.github.frameiokit.client.model.FieldOption;
import io.github.frameiokit.client.model.NumberConfiguration;
import io.github.frameiokit.client.model.RatingConfiguration;
import io.github.frameiokit.client.model.SelectConfiguration;
import io.github.frameiokit.client.model.ToggleConfiguration;
import io.github.frameiokit.client.model.UserConfiguration;
import io.github.frameiokit.client.request.FieldDefinitionDraft;
import io.github.frameiokit.client.request.FieldDefinitionQuery;
import io.github.frameiokit.client.request.FieldDefinitionUpdate;
import io.github.frameiokit.client.request.Include;
import io.github.frameiokit.client.request.MetadataUpdate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The calls of metadata and of metadata fields. */
final class MetadataCalls extends OperationCalls {

    MetadataCalls() {
        call("metadata.show", it -> it.metadata().show(A, ID, true));
        call(
                "metadata.bulkUpdate",
                it -> it.metadata()
                        .bulkUpdate(
                                A,
                                ID,
                                MetadataUpdate.of(ID, OTHER)
                                        .text(ID, "x")
                                        .number(ID, new BigDecimal("1.5"))
                                        .rating(ID, 3)
                                        .toggle(ID, true)
                                        .date(ID, LocalDate.of(2026, 11, 2))
                                        .select(ID, OTHER)
                                        .users(ID, new FieldMember(OTHER, FieldMember.Type.USER))
                                        .clear(ID)));
        call(
                "metadataFields.index",
                it -> it.metadataFields()
                        .index(
                                A,
                                paged(new FieldDefinitionQuery()
                                        .include(Include.CREATOR)
                                        .sort(FieldDefinitionQuery.Sort.NAME_ASC)
                                        .excludeImmutable(true)
                                        .excludeInactive(true))));
        call(
                "metadataFields.create",
                fields().<Consumer<FrameioClient>>map(
                                draft -> it -> it.metadataFields().create(A, draft))
                        .toList());
        call(
                "metadataFields.update",
                fieldUpdates()
                        .<Consumer<FrameioClient>>map(
                                update -> it -> it.metadataFields().update(A, ID, update))
                        .toList());
        call("metadataFields.delete", it -> it.metadataFields().delete(A, ID));
    }

    private static Stream<FieldDefinitionDraft> fields() {
        return Stream.of(
                FieldDefinitionDraft.text("Scene"),
                FieldDefinitionDraft.longText("Notes"),
                FieldDefinitionDraft.rating("Score", rating()),
                FieldDefinitionDraft.number("Takes", number()),
                FieldDefinitionDraft.toggle("Good", toggle()),
                FieldDefinitionDraft.date("Shot", date()),
                FieldDefinitionDraft.select("Status", select()),
                FieldDefinitionDraft.selectMulti("Tags", select()),
                FieldDefinitionDraft.userSingle("Editor", users()),
                FieldDefinitionDraft.userMulti("Crew", users()));
    }

    private static Stream<FieldDefinitionUpdate> fieldUpdates() {
        return Stream.of(
                        FieldDefinitionUpdate.of(FieldDefinition.Type.TEXT),
                        FieldDefinitionUpdate.of(FieldDefinition.Type.LONG_TEXT),
                        FieldDefinitionUpdate.rating(rating()),
                        FieldDefinitionUpdate.number(number()),
                        FieldDefinitionUpdate.toggle(toggle()),
                        FieldDefinitionUpdate.date(date()),
                        FieldDefinitionUpdate.select(select()),
                        FieldDefinitionUpdate.selectMulti(select()),
                        FieldDefinitionUpdate.userSingle(users()),
                        FieldDefinitionUpdate.userMulti(users()))
                .map(update -> update.name("Another"));
    }

    private static RatingConfiguration rating() {
        return new RatingConfiguration(5, Optional.of(RatingConfiguration.Style.HEART), Optional.of("red"));
    }

    private static NumberConfiguration number() {
        return new NumberConfiguration(2, Optional.of(NumberConfiguration.Format.TIMECODE));
    }

    private static ToggleConfiguration toggle() {
        return new ToggleConfiguration(Optional.of("green"));
    }

    private static DateConfiguration date() {
        return new DateConfiguration(
                DateConfiguration.Format.ISO,
                Optional.of(true),
                Optional.of(DateConfiguration.TimeFormat.TWENTY_FOUR_HOUR),
                Optional.of(false));
    }

    private static SelectConfiguration select() {
        return new SelectConfiguration(
                List.of(new FieldOption(Optional.empty(), "Rough", Optional.of("blue"))), Optional.of(false));
    }

    private static UserConfiguration users() {
        return new UserConfiguration(
                UserConfiguration.Members.CUSTOM, List.of(new FieldMember(OTHER, FieldMember.Type.GROUP)), true);
    }
}
