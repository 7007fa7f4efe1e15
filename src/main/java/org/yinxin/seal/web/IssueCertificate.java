package org.yinxin.seal.web;

import java.util.List;

/** The certificate of issue in the reader's language, the same on the page and on paper. */
record IssueCertificate(String title, String statement, List<Row> rows, String check, String address, String note) {

    /** One fact. */
    record Row(String label, String value) {}
}
