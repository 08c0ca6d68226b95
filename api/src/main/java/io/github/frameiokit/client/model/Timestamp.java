package io.github.frameiokit.client.model;

import java.util.Objects;
import java.util.Optional;

/**
 * A place in a file: a frame number, or a time code such as {@code 00:00:05:12}. It isn't a number of seconds.
 *
 * @param frame the frame number
 * @param timecode the time code, if the call asked for one instead of a frame number
 */
public record Timestamp(Optional<Integer> frame, Optional<String> timecode) {

    /**
     * Checks that it is one of the two.
     *
     * @throws IllegalArgumentException if neither or both are present, the frame number is negative, or the time code
     *     is blank
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
     * A place given by a frame number.
     *
     * @param frame the frame number, at least 0
     * @return the place
     * @throws IllegalArgumentException if it is negative
     */
    public static Timestamp ofFrame(int frame) {
        return new Timestamp(Optional.of(frame), Optional.empty());
    }

    /**
     * A place given by a time code.
     *
     * @param timecode hours, minutes, seconds and frames, {@code HH:MM:SS:FF}, not blank
     * @return the place
     * @throws IllegalArgumentException if it is blank
     */
    public static Timestamp ofTimecode(String timecode) {
        return new Timestamp(
                Optional.empty(), Optional.of(Objects.requireNonNull(timecode, "'timecode' must not be null.")));
    }
}
