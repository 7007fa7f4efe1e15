package org.yinxin.ledger.proof.book;

import java.security.cert.X509Certificate;
import org.yinxin.ledger.proof.ProvenEvent;

/**
 * A statement that holds.
 *
 * @param end the event of the last entry: when it was recorded, and which validators signed its block
 * @param signer the certificate that signed the statement
 */
public record CheckedStatement(BookStatement statement, ProvenEvent end, X509Certificate signer) {}
