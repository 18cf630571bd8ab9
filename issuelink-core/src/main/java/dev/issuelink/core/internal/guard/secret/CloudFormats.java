package dev.issuelink.core.internal.guard.secret;

import static dev.issuelink.core.internal.guard.secret.Format.place;
import static dev.issuelink.core.internal.guard.secret.Format.randomPlace;
import static dev.issuelink.core.internal.guard.secret.Format.token;

import java.util.List;

/** Keys and tokens of clouds, of hosted databases and of those who keep secrets. */
final class CloudFormats {
    static final List<Format> ALL = List.of(
            token("AWS key id", "(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}", "akia", "asia", "abia", "acca")
                    .whole(),
            randomPlace(
                            "AWS secret key after its id",
                            "(?:AKIA|ASIA)[A-Z0-9]{16}[\\s:,;|\"'/]{1,5}+([A-Za-z0-9/+]{40})",
                            "akia",
                            "asia")
                    .whole(),
            token(
                    "AWS session token",
                    "(?:FwoGZXIvYXdz|IQoJb3JpZ2lu)[A-Za-z0-9/+=]{50,4000}+",
                    "fwogzxivyxdz",
                    "iqojb3jpz2lu"),
            token("AWS Bedrock key", "ABSK[A-Za-z0-9+/]{100,300}+={0,2}+", "absk"),
            place("AWS signature", "[?&]X-Amz-(?:Signature|Security-Token)=([^&\\s\"'<>]{20,4096}+)", "x-amz-s"),
            token("Google key", "AIza[A-Za-z0-9_-]{30,40}+", "aiza"),
            token("Google client secret", "GOCSPX-[A-Za-z0-9_-]{20,40}+", "gocspx-"),
            token("Google access token", "ya29\\.[A-Za-z0-9_-]{20,2000}+", "ya29."),
            token("Google refresh token", "1//0[A-Za-z0-9_-]{40,200}+", "1//0"),
            place("Google signature", "[?&]X-Goog-Signature=([^&\\s\"'<>]{20,4096}+)", "x-goog-signature"),
            randomPlace("Azure signature", "[?&;]sig=([^&\\s\"'<>;]{16,512}+)", "sig="),
            token("Azure client secret", "[A-Za-z0-9_~.]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,34}+", "q~"),
            token(
                    "Azure storage key",
                    "[A-Za-z0-9+/]{76}(?:\\+ASt|AzCa|ACDb|AzSe)[A-Za-z0-9+/]{5}[AQgw]==?",
                    "+ast",
                    "azca",
                    "acdb",
                    "azse"),
            token("DigitalOcean token", "do[opr]_v1_[A-Fa-f0-9]{64}", "doo_v1_", "dop_v1_", "dor_v1_"),
            token("Heroku key", "HRKU-[A-Za-z0-9_-]{30,70}+", "hrku-"),
            token(
                    "Fly token",
                    "(?:fo1_[A-Za-z0-9_-]{40,50}+|fm[12][ar]?_[A-Za-z0-9+/=]{80,4000}+)",
                    "fo1_",
                    "fm1",
                    "fm2_"),
            token("Netlify token", "nf[pcuob]_[A-Za-z0-9]{36,40}+", "nfp_", "nfc_", "nfu_", "nfo_", "nfb_"),
            token("Alibaba key id", "LTAI[A-Za-z0-9]{16,24}+", "ltai").whole(),
            token("Cloudflare origin key", "v1\\.0-[a-f0-9]{24}-[a-f0-9]{146}", "v1.0-"),
            token("Databricks token", "dapi[a-fA-F0-9]{32}(?:-[0-9])?", "dapi"),
            token("PlanetScale secret", "pscale_(?:pw|tkn|oauth)_[A-Za-z0-9_.-]{30,64}+", "pscale_"),
            token("Supabase key", "sb(?:p_[a-f0-9]{40}|_secret_[A-Za-z0-9_-]{20,60}+)", "sbp_", "sb_secret_"),
            token("Neon password", "npg_[A-Za-z0-9]{10,32}+", "npg_"),
            token("Aiven password", "AVNS_[A-Za-z0-9_-]{16,32}+", "avns_"),
            token("MongoDB Atlas secret", "mdb_sa_sk_[A-Za-z0-9_-]{30,60}+", "mdb_sa_sk_"),
            token("Vault token", "hv[bsr]\\.[A-Za-z0-9_-]{24,300}+", "hvs.", "hvb.", "hvr."),
            token("old Vault token", "s\\.(?=[A-Za-z]{0,20}+[0-9])[A-Za-z0-9]{24}", "s.")
                    .whole(),
            token(
                    "Doppler token",
                    "dp\\.[a-z]{2,5}\\.(?:[a-z0-9_-]{2,35}\\.)?[A-Za-z0-9]{40,44}+",
                    "dp.pt.",
                    "dp.st.",
                    "dp.ct.",
                    "dp.sa.",
                    "dp.scim.",
                    "dp.audit."),
            token("1Password token", "ops_eyJ[A-Za-z0-9+/=_-]{100,2000}+", "ops_eyj"),
            token("Tailscale key", "tskey-[a-z]{3,10}-[A-Za-z0-9]{8,20}+-[A-Za-z0-9]{16,40}+", "tskey-"),
            token(
                    "Grafana token",
                    "gl(?:c_[A-Za-z0-9+/=]{32,400}+|sa_[A-Za-z0-9]{32}_[A-Fa-f0-9]{8})",
                    "glc_",
                    "glsa_"),
            token("New Relic key", "NR(?:AK|II|RA|BR)-[A-Za-z0-9_-]{24,42}+", "nrak-", "nrii-", "nrra-", "nrbr-"),
            token("Dynatrace token", "dt0[a-z][0-9]{2}\\.[A-Z0-9]{24}\\.[A-Z0-9]{64}", "dt0"),
            token("Sentry token", "sntry[su]_[A-Za-z0-9+/=_-]{40,500}+", "sntrys_", "sntryu_"),
            token("OpenShift token", "sha256~[A-Za-z0-9_-]{43}", "sha256~"));

    private CloudFormats() {}
}
