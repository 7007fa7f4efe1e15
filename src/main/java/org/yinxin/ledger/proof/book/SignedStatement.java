package org.yinxin.ledger.proof.book;

/**
 * A statement with the platform's signature.
 *
 * @param content the very bytes that are signed
 * @param signature a detached CMS message over them (RFC 5652), DER, with its certificates
 */
public record SignedStatement(BookStatement statement, byte[] content, byte[] signature) {}
