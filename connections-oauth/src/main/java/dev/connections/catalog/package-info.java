/**
 * Default services: typed constants in {@link dev.connections.catalog.DefaultServices}, the same by name in
 * {@link dev.connections.catalog.ServiceCatalog}.
 *
 * <p>Services are data, in <b>catalogue format 1</b>: <code>{"format": 1, "services": […]}</code>. A service is the
 * document that {@link dev.connections.Service#toJson()} writes ({@code link_name}, {@code name},
 * {@code resource_servers}, {@code api_base}, {@code headers}, {@code probe}, {@code default_scopes},
 * {@code known_scopes}, {@code authentication} with {@code type}, {@code version} and {@code settings}), without client
 * and secrets, and with
 *
 * <ul>
 *   <li>{@code category}, {@code documentation}, {@code console}, {@code notes} (sentences), and the provenance {@code confidence},
 *       {@code agreement} and {@code checked};
 *   <li>{@code inputs}: objects with {@code name}, {@code display_name}, and any of {@code example}, {@code default},
 *       {@code options}, {@code pattern} (characters, classes and counts, without groups), {@code host}: {@code "own"}
 *       (the value is a whole host name) and {@code hosts} (it is one of these; {@code *.example.com} is every host
 *       below). An input without a default must be given, unless it is {@code optional}: headers and parameters with its place
 *       are left out then, and it may stand nowhere else: in members of {@code headers} and of objects whose name ends in
 *       {@code parameters} alone;
 *   <li>templates: <code>{name}</code> in addresses, headers and settings stands for that input's value, and is
 *       expanded once. In a host it stands for part of one label before a literal domain, unless its values are listed
 *       or its {@code host} is {@code own}. In {@code headers} <code>{client_id}</code> is the client's id;
 *   <li>{@code data_centers}: {@code "zoho"}: the templates <code>{authorization_host}</code>,
 *       <code>{accounts_host}</code>, <code>{api_host}</code> and <code>{suffix}</code> are those of the chosen
 *       {@link dev.connections.catalog.DataCenter}; a member named by one of them stands for one member of each data
 *       centre;
 *   <li>{@code replace}: {@code true} where a service of a file takes the place of another one;
 *   <li>{@code extends}: the link name of another service, of the same file or one before it: this one is a merge patch of
 *       it (RFC 7396). A member takes the place of the other's, objects are merged, {@code null} removes. Provenance is not
 *       inherited. An entry that extends its own link name means the one whose place it takes.
 * </ul>
 *
 * <p>Members that nobody knows are refused, with line and column. {@code connections-service.schema.json}, beside this class
 * and in the documents, says it all to editors; {@code $schema} may name it. Further formats add members and rename none.
 */
@NullMarked
package dev.connections.catalog;

import org.jspecify.annotations.NullMarked;
