package dev.connections.examples.backend.page;

import dev.connections.catalog.ServiceCatalog;
import dev.connections.examples.backend.http.Assets;
import dev.connections.examples.backend.http.Response;
import dev.connections.examples.backend.http.Routes;
import dev.connections.examples.backend.http.Visit;

/** Every page of the site. */
public final class Pages {
    private Pages() {}

    /**
     * Returns the routes of every page and file.
     *
     * @param catalog the default services offered
     * @param reach which services may be defined
     * @return the routes
     */
    public static Routes routes(ServiceCatalog catalog, Reach reach) {
        Routes routes = new Routes();
        Assets.addTo(routes);
        SignInPage.addTo(routes);
        ListPage.addTo(routes);
        new CatalogPage(catalog).addTo(routes);
        new CustomPage(reach).addTo(routes);
        AgainPage.addTo(routes);
        ServicesPage.addTo(routes);
        ConnectionPage.addTo(routes);
        ConnectPage.addTo(routes);
        DevicePage.addTo(routes);
        addManagement(routes);
        return routes;
    }

    private static void addManagement(Routes routes) {
        SwitchPage.addTo(routes);
        RevokePage.addTo(routes);
        References.addTo(routes);
        AccessPage.addTo(routes);
        JsonPage.addTo(routes);
        DiagnosisPage.addTo(routes);
        DeletePage.addTo(routes);
        AccountsPage.addTo(routes);
        new CallPage().addTo(routes);
        addViews(routes);
    }

    private static void addViews(Routes routes) {
        EditPage.addTo(routes);
        TestPage.addTo(routes);
        UsersPage.addTo(routes);
        PrimaryPage.addTo(routes);
        HistoryPage.addTo(routes);
        UsedInPage.addTo(routes);
    }

    /**
     * Shows what went wrong.
     *
     * @param visit the request that failed
     * @param failure what happened
     * @return the page
     */
    public static Response failed(Visit visit, RuntimeException failure) {
        return ErrorPage.show(visit, failure);
    }
}
