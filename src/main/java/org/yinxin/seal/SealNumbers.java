package org.yinxin.seal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yinxin.shared.SealCode;
import org.yinxin.shared.SealNumber;

/** Gives out seal numbers: the division of the physical seal's filing, then a serial without gaps. */
@Component
class SealNumbers {

    private final JdbcClient jdbc;

    SealNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The division's next number; another issue in the same division waits until this transaction ends. */
    SealNumber next(SealCode physicalSeal) {
        String division = physicalSeal.value().substring(0, 6);
        long serial = jdbc.sql("""
                        insert into seal.serial (division, last) values (?, 1)
                        on conflict (division) do update set last = seal.serial.last + 1
                        returning last""").param(division).query(Long.class).single();
        return new SealNumber(division + "%08d".formatted(serial));
    }
}
