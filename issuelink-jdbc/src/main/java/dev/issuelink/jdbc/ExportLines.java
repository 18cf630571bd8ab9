package dev.issuelink.jdbc;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The lines of a file, read one by one. Knows where it is, so that reading can go on there another time. */
final class ExportLines implements AutoCloseable {
    /** Where reading stands: how many lines were read, and how many bytes. */
    record Place(long line, long offset) {
        static final Place START = new Place(0, 0);
    }

    private static final int MOST_BYTES = 1 << 28;
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private Place place;
    private boolean broken;

    private ExportLines(InputStream in, Place place) {
        this.in = in;
        this.place = place;
    }

    static ExportLines of(Path file, Place from) throws IOException {
        var in = Files.newInputStream(file);
        try {
            in.skipNBytes(from.offset);
            return new ExportLines(new BufferedInputStream(in, BUFFER), from);
        } catch (IOException | RuntimeException | Error failure) {
            in.close();
            throw failure;
        }
    }

    /** The next whole line without its end, or null if there is none. */
    byte @Nullable [] next() throws IOException {
        var line = new ByteArrayOutputStream();
        for (var each = in.read(); each != '\n'; each = in.read()) {
            if (each < 0) {
                broken = line.size() > 0;
                return null;
            }
            if (line.size() == MOST_BYTES) {
                throw new IOException("Line " + (place.line + 1) + " is longer than 256 megabytes");
            }
            line.write(each);
        }
        place = new Place(place.line + 1, place.offset + line.size() + 1);
        return line.toByteArray();
    }

    /** After how many lines and bytes the next line begins. */
    Place place() {
        return place;
    }

    /** Whether the file ends in the midst of a line. */
    boolean isBrokenOff() {
        return broken;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
