package org.yinxin.network;

/** A service of docker-compose.yml that reads secrets, with the user number that it runs under. */
enum Service {
    MARKET_SUPERVISION(1000),
    PUBLIC_SECURITY(1000),
    DATA_ADMINISTRATION(1000),
    COURT(1000),
    POSTGRES(999),
    PORTAL(10001),
    PROXY(101);

    private final int user;

    Service(int user) {
        this.user = user;
    }

    int user() {
        return user;
    }

    /** The name of its folder of secrets. */
    String folder() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
