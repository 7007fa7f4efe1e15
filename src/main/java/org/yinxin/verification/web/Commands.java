package org.yinxin.verification.web;

/** What a stranger types to check a document without us; the same in every language. */
record Commands(String signature, String certificate, String record, String file, String seal) {

    /** The commands with this portal's public address in them. */
    static Commands at(String address) {
        return new Commands("""
                curl -O %1$s/pki/root-p256.crt
                openssl x509 -inform DER -in root-p256.crt -noout -fingerprint -sha256
                mkdir nss && certutil -N -d sql:nss --empty-password
                certutil -A -d sql:nss -n yinxin -t C,C,C -i root-p256.crt
                pdfsig -nssdir sql:nss document.pdf
                END=$(pdfsig document.pdf | grep -oE '[0-9]+\\]$' | tr -d ']' | tail -1)
                head -c $END document.pdf > sealed.pdf
                pdfsig -nssdir sql:nss sealed.pdf""".formatted(address), """
                pdfsig -dump document.pdf
                set -- $(pdfsig document.pdf | grep -oE '\\[.*\\]' | tail -1 | tr -dc '0-9 ')
                { head -c $2 document.pdf; head -c $4 document.pdf | tail -c +$(($3 + 1)); } > signed.bin
                openssl cms -verify -binary -inform DER -in "$(ls document.pdf.sig* | tail -1)" -content signed.bin \\
                  -noverify -signer signer.pem -out /dev/null
                curl -O %1$s/pki/issuing-p256.crt -O %1$s/pki/issuing-p256.crl -O %1$s/pki/root-p256.crl
                openssl x509 -inform DER -in root-p256.crt -out root.pem
                openssl x509 -inform DER -in issuing-p256.crt -out issuing.pem
                for list in root issuing; do openssl crl -inform DER -in $list-p256.crl; done > lists.pem
                openssl verify -crl_check_all -CAfile root.pem -untrusted issuing.pem -CRLfile lists.pem signer.pem
                openssl x509 -in signer.pem -noout -subject -serial -dates -nameopt utf8""".formatted(address), """
                printf 'yinxin-use:7KQ4-M2XD-9RTA' | sha256sum
                curl -s -H 'Content-Type: application/json' http://NODE:8545 \\
                  -d '{"jsonrpc":"2.0","id":1,"method":"eth_getTransactionReceipt","params":["0x…"]}'""", """
                END=$(pdfsig document.pdf | grep -oE '[0-9]+\\]$' | tr -d ']' | tail -1)
                SALT=$(grep -aoE 'salt=[0-9a-f]{32}' document.pdf | tail -1 | cut -c6-)
                FILE=$(head -c $END document.pdf | sha256sum | cut -c1-64)
                printf "$SALT$FILE" | xxd -r -p | sha256sum""", """
                curl -s -H 'Content-Type: application/json' http://NODE:8545 -d '{"jsonrpc":"2.0","id":1,
                  "method":"eth_call","params":[{"to":"0x…","data":"0xda30def8SEAL"},"latest"]}'""");
    }
}
