package io.github.frameiokit.client.model;

import java.util.Objects;
import java.util.Optional;

/**
 * A place in a file: a frame, or a timecode such as {@code 00:00:05:12}. It is no number of seconds.
 *
 * @param frame the frame
 * @param timecode the timecode, where it was asked for or given instead of a frame
 */
public record Timestamp(Optional<Integer> frame, Optional<String> timecode) {

    /**
     * Checks that it is one of both.
     *
     * @throws IllegalArgumentException if neither or both are there, the frame is negative or the timecode blank
     */
    public Timestamp {
        Checks.notNull(Timestamp.class, frame, timecode);
        if (frame.isPresent() == timecode.isPresent()) {
            throw new IllegalArgumentException("A timestamp is either a frame or a timecode.");
        }
        if (frame.filter(number -> number < 0).isPresent()) {
            throw new IllegalArgumentException("A frame can't be negative.");
        }
        if (timecode.filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException("A timecode can't be blank.");
        }
    }

    /**
     * A frame.
     *
     * @param frame its number, not negative
     * @return the place
     * @throws IllegalArgumentException if it is negative
     */
    public static Timestamp ofFrame(int frame) {
        return new Timestamp(Optional.of(frame), Optional.empty());
    }

    /**
     * A timecode.
     *
     * @param timecode hours, minutes, seconds and frames, {@code HH:MM:SS:FF}, not null
     * @return the place
     * @throws IllegalArgumentException if it is blank
     */
    public static Timestamp ofTimecode(String timecode) {
        return new Timestamp(
                Optional.empty(), Optional.of(Objects.requireNonNull(timecode, "'timecode' must not be null.")));
    }
}
