package io.github.frameiokit.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All that is in a world, by its id and in the order in which it came. Thread-safe. */
final class Entities {

    private final Map<String, Entity> all = new LinkedHashMap<>();
    private long ids;

    /** A new id. The ids of one world are the same at each start, so that a page's address stays. */
    synchronized String newId() {
        ids++;
        return new UUID(0xf4a3e000_0000_4000L, 0x8000_0000_0000_0000L | ids).toString();
    }

    /** Adds an entity, or replaces the one with its id. */
    synchronized Entity put(Entity entity) {
        all.put(entity.id(), entity);
        return entity;
    }

    /** Moves an entity behind all others, so that it is the last of its parent's children. */
    synchronized Entity move(Entity entity, String parent) {
        all.remove(entity.id());
        return put(entity.in(parent));
    }

    synchronized Optional<Entity> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    /** @throws Refusal with 404, if there is none of this kind */
    Entity get(World.Kind kind, String id) {
        return find(id).filter(entity -> entity.kind() == kind)
                .orElseThrow(() -> new Refusal(404, "", "there is no " + kind.type() + " " + id));
    }

    synchronized List<Entity> all(World.Kind kind) {
        return all.values().stream().filter(entity -> entity.kind() == kind).toList();
    }

    synchronized List<Entity> children(String parent) {
        return all.values().stream()
                .filter(entity -> entity.parent().equals(parent))
                .toList();
    }

    List<Entity> children(String parent, World.Kind kind) {
        return children(parent).stream().filter(entity -> entity.kind() == kind).toList();
    }

    /** The nearest of this kind that the entity is in, or the entity itself. */
    synchronized Optional<Entity> around(Entity entity, World.Kind kind) {
        Optional<Entity> at = Optional.of(entity);
        while (at.isPresent() && at.get().kind() != kind) {
            at = find(at.get().parent());
        }
        return at;
    }

    /** Removes an entity and all that is in it. */
    synchronized void remove(Entity entity) {
        children(entity.id()).forEach(this::remove);
        all.remove(entity.id());
    }
}
