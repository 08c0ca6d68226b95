package io.github.frameiokit.internal.json;

/** An answer isn't of the documented form; the message names the place, and shows nothing of what stands there. */
public final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String place;
    private final String problem;

    private Unreadable(String place, String problem) {
        super(place.isEmpty() ? problem : "'" + place + "' " + problem, null, false, false);
        this.place = place;
        this.problem = problem;
    }

    /** A problem with the answer as a whole. */
    public Unreadable(String problem) {
        this("", problem);
    }

    /** The same, for what holds the place as its member. */
    Unreadable in(String member) {
        return new Unreadable(member + (place.isEmpty() || place.startsWith("[") ? "" : ".") + place, problem);
    }

    /** The same, for a list that holds the place. */
    Unreadable in(int index) {
        return in("[" + index + "]");
    }
}
