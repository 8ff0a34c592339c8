package credence.architecture.canary.service;

import java.sql.Connection;

public final class KnowsTheDatabase {
    Connection connection;
}
