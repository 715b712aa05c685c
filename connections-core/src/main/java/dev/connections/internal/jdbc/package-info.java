/** Records in a relational database; entry type {@link dev.connections.internal.jdbc.JdbcStore}. */
@NullMarked
package dev.connections.internal.jdbc;

import org.jspecify.annotations.NullMarked;
