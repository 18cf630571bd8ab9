package dev.issuelink.core.internal.guard.secret;

import static dev.issuelink.core.internal.guard.secret.Format.place;
import static dev.issuelink.core.internal.guard.secret.Format.token;

import java.util.List;

/** Keys and tokens of services for messages, mail, money, models and the like. */
final class ServiceFormats {
    static final List<Format> ALL = List.of(
            token("Slack token", "xox[abceoprs](?:\\.xox[bp])?-[A-Za-z0-9-]{10,250}+", "xox"),
            token("Slack app token", "xapp-[0-9]-[A-Z0-9]{8,14}-[0-9]{8,16}-[A-Fa-f0-9]{32,64}+", "xapp-"),
            place(
                    "Slack webhook",
                    "hooks\\.slack\\.com/(?:services|workflows|triggers)/([A-Za-z0-9+/_-]{20,120}+)",
                    "hooks.slack.com"),
            place(
                    "Teams webhook",
                    "\\.webhook\\.office\\.com/webhookb2/([A-Za-z0-9@/-]{60,250}+)",
                    "webhook.office.com"),
            place(
                    "Discord webhook",
                    "discord(?:app)?\\.com/api/webhooks/([0-9]{10,20}+/[A-Za-z0-9_-]{40,100}+)",
                    "/api/webhooks/"),
            // Its first part is a number in base64, or digits tell it from a class, a method and another one.
            token(
                    "Discord token",
                    "(?:(?:[MNO][DTjz][AEIMQUYcgk][w-z0-5]){6}[A-Za-z0-9]{0,4}\\.[A-Za-z0-9_-]{6}\\.[A-Za-z0-9_-]{27,40}+"
                            + "|[MNO](?=[A-Za-z_-]{0,26}+[0-9])[A-Za-z0-9_-]{23,27}\\.[A-Za-z0-9_-]{6}\\."
                            + "(?=[A-Za-z_-]{0,39}+[0-9])[A-Za-z0-9_-]{27,40}+)",
                    "."),
            token("Telegram token", "[0-9]{8,10}:[A-Za-z0-9_-]{35}", ":").whole(),
            token("Stripe key", "[sr]k_(?:live|test|prod)_[A-Za-z0-9]{10,128}+", "k_live_", "k_test_", "k_prod_"),
            token("webhook signing secret", "whsec_[A-Za-z0-9+/=]{20,128}+", "whsec_"),
            token(
                    "OpenAI key",
                    "sk-(?:(?:proj|svcacct|admin|lf|or-v1)-[A-Za-z0-9_-]{16,400}+|[A-Za-z0-9]{20,200}+)",
                    "sk-"),
            token("Anthropic key", "sk-ant-[a-z0-9]{3,12}-[A-Za-z0-9_-]{20,200}+", "sk-ant-"),
            token("Groq key", "gsk_[A-Za-z0-9]{40,64}+", "gsk_"),
            token("xAI key", "xai-[A-Za-z0-9]{60,100}+", "xai-"),
            token("Perplexity key", "pplx-[A-Za-z0-9]{40,64}+", "pplx-"),
            token("Hugging Face token", "(?:hf|api_org)_[A-Za-z0-9]{30,40}+", "hf_", "api_org_"),
            token("Replicate token", "r8_[A-Za-z0-9]{37,40}+", "r8_"),
            token("SendGrid key", "SG\\.[A-Za-z0-9_-]{16,32}\\.[A-Za-z0-9_-]{32,64}+", "sg."),
            token("Twilio key", "SK[0-9a-fA-F]{32}", "sk").whole(),
            token("Mailgun key", "(?:key-[0-9a-zA-Z]{32}|[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8})", "key-", "-")
                    .whole(),
            token("Mailchimp key", "[0-9a-f]{32}-us[0-9]{1,2}", "-us").whole(),
            token("Brevo key", "xkeysib-[a-f0-9]{64}-[A-Za-z0-9]{16}", "xkeysib-"),
            token("Square token", "(?:sq0[a-z]{3}-[A-Za-z0-9_-]{22,50}+|EAAA[A-Za-z0-9_-]{56,64}+)", "sq0", "eaaa"),
            token(
                    "Shopify token",
                    "shp(?:at|ca|pa|ss|ua)_[a-fA-F0-9]{32}",
                    "shpat_",
                    "shpca_",
                    "shppa_",
                    "shpss_",
                    "shpua_"),
            token(
                    "PayPal token",
                    "access_token\\$(?:production|sandbox)\\$[0-9a-z]{16}\\$[0-9a-f]{32}",
                    "access_token$"),
            token("Razorpay key", "rzp_(?:live|test)_[A-Za-z0-9]{14,20}+", "rzp_"),
            token(
                    "Plaid token",
                    "access-(?:production|development|sandbox)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
                    "access-"),
            token("Facebook token", "EAA[MC][A-Za-z0-9]{100,400}+", "eaa"),
            token("Facebook app token", "[0-9]{13,17}\\|[A-Za-z0-9_-]{27}", "|").whole(),
            token("Octopus key", "API-[A-Z0-9]{25,40}+", "api-"),
            token("Firebase key", "AAAA[A-Za-z0-9_-]{7}:APA91b[A-Za-z0-9_-]{120,160}+", ":apa91b"),
            token("Mapbox token", "sk\\.eyJ[A-Za-z0-9_-]{20,500}+\\.[A-Za-z0-9_-]{20,64}+", "sk.eyj"),
            token("Notion token", "(?:ntn_[A-Za-z0-9]{40,50}+|secret_[A-Za-z0-9]{43})", "ntn_", "secret_")
                    .whole(),
            token("Figma token", "figd_[A-Za-z0-9_-]{36,64}+", "figd_"),
            token("Airtable token", "pat[A-Za-z0-9]{14}\\.[a-f0-9]{64}", "pat"),
            token("Dropbox token", "sl\\.[A-Za-z0-9_-]{100,2000}+", "sl."),
            token("Shippo token", "shippo_(?:live|test)_[a-fA-F0-9]{40}", "shippo_"),
            token("Contentful token", "CFPAT-[A-Za-z0-9_-]{40,64}+", "cfpat-"),
            token("EasyPost key", "EZ[AT]K[A-Za-z0-9]{54}", "ezak", "eztk"),
            token("Flutterwave key", "FLWSECK(?:_TEST)?-[A-Za-z0-9]{12,40}+(?:-X)?", "flwseck"));

    private ServiceFormats() {}
}
