package io.github.frameiokit.internal.json;

/** A response whose form isn't the documented one. The message names the place, and shows nothing of its content. */
public final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String place;
    private final String problem;

    private Unreadable(String place, String problem) {
        super(null, null, false, false);
        this.place = place;
        this.problem = problem;
    }

    /** A problem with the response as a whole. */
    public Unreadable(String problem) {
        this("", problem);
    }

    @Override
    public String getMessage() {
        return place.isEmpty() ? problem : "'" + place + "' " + problem;
    }

    /** The same problem, seen from the object that has the place as a member. */
    Unreadable in(String member) {
        return new Unreadable(member + (place.isEmpty() || place.startsWith("[") ? "" : ".") + place, problem);
    }

    /** The same problem, seen from the list that has the place as an item. */
    Unreadable in(int index) {
        return in("[" + index + "]");
    }
}
