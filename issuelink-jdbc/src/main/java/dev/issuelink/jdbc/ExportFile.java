package dev.issuelink.jdbc;

import dev.issuelink.error.StoreException;
import dev.issuelink.jdbc.ExportLine.Unusable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The file of an export that is being written, begun anew or gone on with. Nobody but its owner may read it. */
final class ExportFile implements AutoCloseable {
    private static final Set<OpenOption> TO_WRITE = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    private static final Set<PosixFilePermission> OWNER =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final ExportFormat format = new ExportFormat();
    private final ExportCheck check = new ExportCheck(false);
    private final Path file;
    private final FileChannel channel;

    private ExportFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Opens a file that is not there, is empty, or holds an export that was begun: that is read up to where it ends. */
    static ExportFile open(Path file) throws IOException {
        var channel = channel(file);
        try {
            var opened = new ExportFile(file, channel);
            opened.lock();
            opened.goOn();
            return opened;
        } catch (IOException | RuntimeException | Error failure) {
            channel.close();
            throw failure;
        }
    }

    private static FileChannel channel(Path file) throws IOException {
        try {
            return FileChannel.open(file, TO_WRITE, PosixFilePermissions.asFileAttribute(OWNER));
        } catch (UnsupportedOperationException noSuchPermissions) {
            return FileChannel.open(file, TO_WRITE);
        }
    }

    private void lock() throws IOException {
        try {
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException ours) {
            throw refused("is being written by another export; wait until that has ended", ours);
        }
        throw refused("is being written by another process; wait until that has ended", null);
    }

    private void goOn() throws IOException {
        requireBegun();
        try (var lines = ExportLines.of(file, ExportLines.Place.START)) {
            for (var line = lines.next(); line != null; line = lines.next()) {
                accept(line, lines.place().line());
            }
            if (check.isWhole()) {
                throw refused("holds a whole export, which is not overwritten; name another file", null);
            }
            channel.truncate(lines.place().offset());
            channel.position(lines.place().offset());
            restrict();
            if (lines.place().line() == 0) {
                begin();
            }
        }
    }

    // What stands there is ours if it begins as every export of this release does, or as far as that was written.
    private void requireBegun() throws IOException {
        var header = format.header();
        try (var in = Files.newInputStream(file)) {
            var found = in.readNBytes(header.length);
            if (!Arrays.equals(found, Arrays.copyOf(header, found.length))) {
                throw refused("holds something else, which is not overwritten; name another file", null);
            }
        }
    }

    private void accept(byte[] line, long number) {
        try {
            check.accept(line);
        } catch (Unusable why) {
            throw refused(
                    "holds no export that could go on: line " + number + " " + why.getMessage() + ". Name another file",
                    why);
        }
    }

    private void restrict() throws IOException {
        try {
            Files.setPosixFilePermissions(file, OWNER);
        } catch (UnsupportedOperationException noSuchPermissions) {
            return;
        }
    }

    /** The last row that is there already, or null. */
    @Nullable
    MovedRow last() {
        return check.last();
    }

    void append(List<MovedRow> rows) throws IOException {
        var lines = new ByteArrayOutputStream();
        for (var row : rows) {
            var line = format.row(row);
            take(line, row.table().name());
            lines.write(line);
        }
        write(lines.toByteArray());
    }

    private void take(byte[] line, String table) {
        try {
            check.accept(Arrays.copyOf(line, line.length - 1));
        } catch (Unusable why) {
            throw new StoreException(
                    "The table " + table + " holds a row that cannot be exported: it " + why.getMessage()
                            + ". Restore a backup, or look what changed that table",
                    why);
        }
    }

    private void begin() throws IOException {
        var header = format.header();
        take(header, "of the beginning");
        write(header);
    }

    private void write(byte[] bytes) throws IOException {
        var rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }

    /** Marks the export as whole and brings it to the disk. */
    Map<String, Long> end() throws IOException {
        write(check.end());
        channel.force(true);
        return check.rows();
    }

    private StoreException refused(String why, @Nullable Throwable cause) {
        return new StoreException("The file " + file + " " + why, cause);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
