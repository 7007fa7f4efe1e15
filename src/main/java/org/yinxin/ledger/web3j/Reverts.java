package org.yinxin.ledger.web3j;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.web3j.abi.CustomErrorEncoder;
import org.web3j.abi.datatypes.CustomError;
import org.yinxin.ledger.web3j.contract.SealLedger;

/** The contract's custom errors by name. */
final class Reverts {

    private static final Map<String, String> NAMES = List.of(
                    SealLedger.ACCESSCONTROLBADCONFIRMATION_ERROR,
                    SealLedger.ACCESSCONTROLUNAUTHORIZEDACCOUNT_ERROR,
                    SealLedger.ACCOUNTACTSFORANOTHERPARTY_ERROR,
                    SealLedger.ACTEXPIRED_ERROR,
                    SealLedger.APPLICATIONREFUSEDBEFORE_ERROR,
                    SealLedger.APPLICATIONUSEDUP_ERROR,
                    SealLedger.APPROVALMISSING_ERROR,
                    SealLedger.ENTERPRISEHASSEAL_ERROR,
                    SealLedger.ENTRYTAKEN_ERROR,
                    SealLedger.KEYNOTVALID_ERROR,
                    SealLedger.MANDATEKNOWN_ERROR,
                    SealLedger.MANDATENOTSTANDING_ERROR,
                    SealLedger.MANDATETOOWIDE_ERROR,
                    SealLedger.NOTABOVE_ERROR,
                    SealLedger.NOTADECISION_ERROR,
                    SealLedger.NOTAPARTY_ERROR,
                    SealLedger.NOTTHISPARTY_ERROR,
                    SealLedger.PERIODEMPTY_ERROR,
                    SealLedger.PHYSICALSEALHASSEAL_ERROR,
                    SealLedger.SEALKNOWN_ERROR,
                    SealLedger.SEALNOTINFORCE_ERROR,
                    SealLedger.SEALNOTRENEWABLE_ERROR,
                    SealLedger.SIGNATURENOTVALID_ERROR,
                    SealLedger.TRANSITIONNOTLEGAL_ERROR,
                    SealLedger.USENOTINBOOK_ERROR,
                    SealLedger.USEVOID_ERROR,
                    SealLedger.VERSIONNOTEXPECTED_ERROR)
            .stream()
            .collect(Collectors.toMap(Reverts::selector, CustomError::getName));

    private Reverts() {}

    /** @param json what the call returned, as a JSON string: the error's selector and its values */
    static String name(String json) {
        String data = json.replace("\"", "");
        return data.length() < 10 ? "Reverted" : NAMES.getOrDefault(data.substring(0, 10), "Reverted");
    }

    private static String selector(CustomError error) {
        return CustomErrorEncoder.encode(error).substring(0, 10);
    }
}
