package credence.store;

import credence.service.port.StoreException;

import org.h2.Driver;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;

/// The one connection to the workspace's database and the rule by which it changes: a transaction, a commit
/// written through, a checkpoint on the medium, and only then does the caller hear that it is done.
///
/// Any thread may call; one works at a time.
final class Database implements AutoCloseable {

    /// Work on the open connection, inside a transaction that the database begins and ends.
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final String location;
    private final String url;
    private final boolean writable;
    private final Trouble trouble;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Connection connection;
    private boolean closed;

    /// Whether the thread that has the lock is inside a change: what it does now belongs to that.
    private boolean changing;

    /// @param fileSystem H2's name for where the file lies, `file:` for the real disk
    /// @param base path of the database without `.mv.db`
    Database(String fileSystem, Path base, boolean writable, Trouble trouble) throws SQLException {
        // WRITE_DELAY=0: a commit is written before it returns; the default loses a second of
        // commits at a kill.
        // DB_CLOSE_ON_EXIT=FALSE: the database closes when we say, in our order.
        this.location = "jdbc:h2:" + fileSystem + base;
        this.url =
                location
                        + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LAZY_QUERY_EXECUTION=1"
                        + ";TRACE_LEVEL_FILE=0"
                        + (writable ? "" : ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE");
        this.writable = writable;
        this.trouble = trouble;
        this.connection = connect();
    }

    String url() {
        return url;
    }

    boolean writable() {
        return writable;
    }

    /// Reads. The work must not change anything, and begins anew where it is called twice: an interrupt that met the work before may
    /// have closed the file under a connection that still looks sound, which only reading finds out.
    <T> T read(String what, Work<T> work) {
        lock.lock();
        boolean interrupted = Thread.interrupted();
        try {
            try {
                return readOnce(work);
            } catch (SQLException e) {
                if (changing || !Trouble.closedUnderneath(e)) {
                    throw e;
                }
                LOG.info("the file was closed by an interrupt, opening it afresh", e);
                abandon();
                return readOnce(work);
            }
        } catch (SQLException e) {
            if (!changing) {
                abandonIfBroken();
            }
            throw trouble.becauseReading(what, e);
        } finally {
            release(interrupted);
        }
    }

    private <T> T readOnce(Work<T> work) throws SQLException {
        Connection c = open();
        T result = work.on(c);
        if (!changing) {
            c.commit();
        }
        return result;
    }

    /// Changes something, whole or not at all, durable on return. A change within a change is part of the outer one.
    <T> T change(String what, Work<T> work) {
        return change(what, work, true);
    }

    /// Changes something that may be lost in a crash: a cache.
    <T> T changeCache(String what, Work<T> work) {
        return change(what, work, false);
    }

    private <T> T change(String what, Work<T> work, boolean durable) {
        lock.lock();
        boolean interrupted = Thread.interrupted();
        try {
            requireWritable(what);
            Connection c = open();
            if (changing) {
                return work.on(c);
            }
            T result;
            long number;
            try {
                number = changes(c) + 1;
                changing = true;
                try {
                    result = work.on(c);
                } finally {
                    changing = false;
                }
                try (PreparedStatement count =
                        c.prepareStatement("UPDATE change_count SET changes = ? WHERE id = 1")) {
                    count.setLong(1, number);
                    count.executeUpdate();
                }
            } catch (SQLException e) {
                rollBack(e);
                throw trouble.because(what, e);
            } catch (RuntimeException | Error e) {
                rollBack(e);
                throw e;
            }
            try {
                c.commit();
                if (durable) {
                    checkpoint(c);
                }
            } catch (SQLException e) {
                if (!arrived(number)) {
                    throw trouble.because(what, e);
                }
            }
            return result;
        } catch (SQLException e) {
            throw trouble.because(what, e);
        } finally {
            release(interrupted);
        }
    }

    /// An interrupt closes the file under the engine's hands. One that came before is put off until the work is done;
    /// one that comes in between costs the connection, and the next caller gets a new one.
    private void release(boolean interrupted) {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        lock.unlock();
    }

    /// After a failed commit: whether the change is in the file after all, by opening it afresh.
    private boolean arrived(long number) {
        boolean interrupted = Thread.interrupted();
        abandon();
        try {
            Connection c = open();
            boolean there = changes(c) == number;
            checkpoint(c);
            return there;
        } catch (SQLException e) {
            LOG.warn("could not look whether change {} arrived", number, e);
            abandon();
            return false;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static long changes(Connection c) throws SQLException {
        try (Statement statement = c.createStatement();
                ResultSet row = statement.executeQuery("SELECT changes FROM change_count")) {
            if (!row.next()) {
                throw new SQLException("the count of changes is missing");
            }
            return row.getLong(1);
        }
    }

    private static void checkpoint(Connection c) throws SQLException {
        try (Statement statement = c.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        }
    }

    private void requireWritable(String what) {
        if (!writable) {
            throw new StoreException(
                    what
                            + ": the workspace is open for reading only, because its folder cannot"
                            + " be written. Change the folder's permissions, or choose another"
                            + " workspace.");
        }
    }

    /// The connection; a new one when the engine gave up the last one after a failed write.
    private Connection open() throws SQLException {
        if (closed) {
            throw new StoreException("The workspace is closed.");
        }
        Connection c = connection;
        if (c == null) {
            c = connect();
            connection = c;
        }
        return c;
    }

    private Connection connect() throws SQLException {
        try {
            Connection c = new Driver().connect(url, new Properties());
            c.setAutoCommit(false);
            return c;
        } catch (SQLException e) {
            forgetFailed();
            throw e;
        }
    }

    /// H2 may keep a database whose opening failed half-way, broken and locked, for the life of the process: the next
    /// try would fail even with the reason gone. A connection that asks for no setting reaches it and ends it; should
    /// there be none, it opens the file for reading only.
    private void forgetFailed() {
        try (Connection c =
                        new Driver()
                                .connect(
                                        location + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r",
                                        new Properties());
                Statement statement = c.createStatement()) {
            statement.execute("SHUTDOWN IMMEDIATELY");
        } catch (SQLException e) {
            LOG.debug("nothing was left of the failed opening", e);
        }
    }

    /// @param failure why; what the engine says only when rolling back is added to it
    private void rollBack(Throwable failure) {
        Connection c = connection;
        if (c == null) {
            return;
        }
        try {
            c.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
            LOG.warn("could not roll back, opening the database afresh next time", e);
            abandon();
        }
        abandonIfBroken();
    }

    private void abandonIfBroken() {
        Connection c = connection;
        try {
            if (c != null && (c.isClosed() || !c.isValid(1))) {
                abandon();
            }
        } catch (SQLException e) {
            LOG.warn("the connection is lost", e);
            abandon();
        }
    }

    /// Lets go of the database without writing anything more, as a power cut would.
    private void abandon() {
        Connection c = connection;
        connection = null;
        if (c == null) {
            return;
        }
        try (Statement statement = c.createStatement()) {
            statement.execute("SHUTDOWN IMMEDIATELY");
        } catch (SQLException e) {
            LOG.debug("the engine had closed already", e);
        }
    }

    /// Closes in order; the file is whole afterwards. Closing twice is harmless.
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            Connection c = connection;
            connection = null;
            if (c == null) {
                return;
            }
            try (Statement statement = c.createStatement()) {
                statement.execute("SHUTDOWN");
            } catch (SQLException e) {
                // Everything acknowledged is on the medium already; only tidying failed.
                LOG.warn("the database did not close in order", e);
            }
        } finally {
            lock.unlock();
        }
    }
}
