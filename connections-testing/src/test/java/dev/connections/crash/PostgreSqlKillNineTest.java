package dev.connections.crash;

import dev.connections.testing.KillNineContract;

/** The contract for killed processes, on PostgreSQL. */
class PostgreSqlKillNineTest extends KillNineContract {
    @Override
    protected Class<? extends Opener> opener() {
        return OpensStores.class;
    }

    @Override
    protected String place() {
        return Postgres.database();
    }
}
