package dev.issuelink.core.internal.guard.secret;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Templates of made-up secrets, at least one for each format. */
public final class Seeds {
    private static final String SAMPLES = """
            GitHub token | ghp_{A36}
            GitHub token | gho_{A36}
            GitHub token | ghs_{A36}
            GitHub token | ghs_{d7}_eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiI{A180}.{u240}{A4}
            GitHub fine-grained token | github_pat_{A22}_{A59}
            GitLab token | glpat-{u20}
            GitLab token | glpat-{u40}.01.{a9}
            GitLab token | glrt-t1_{u40}.01.{a9}
            GitLab token | glcbt-{A2}_{u20}
            GitLab registration token | GR1348941{u20}
            Atlassian token | ATATT3xFfGF0{u160}{A2}={H8}
            Atlassian token | ATCTT3xFfGN0{u160}{A2}={H8}
            Bitbucket password | ATBB{A32}
            npm token | npm_{A36}
            PyPI token | pypi-AgEIcHlwaS5vcmc{u100}
            RubyGems key | rubygems_{h48}
            NuGet key | oy2{a43}
            Docker token | dckr_pat_{u27}
            Artifactory key | AKCp{A69}
            Artifactory reference token | cmVmdGtu{A56}
            Clojars token | CLOJARS_{a60}
            Buildkite token | bkua_{h40}
            CircleCI token | CCIPAT_{A22}_{h40}
            Azure DevOps token | {A76}AZDO{A4}
            Terraform token | {A14}.atlasv1.{u66}
            Pulumi token | pul-{h40}
            Sonar token | squ_{h40}
            Sourcegraph token | sgp_{h16}_{h40}
            Linear key | lin_api_{A40}
            Postman key | PMAK-{h24}-{h34}
            AWS key id | AKIA{U16}
            AWS key id | ASIA{U16}
            AWS secret key after its id | AKIAIOSFODNN7EXAMPLE: «{B40}»
            AWS session token | IQoJb3JpZ2lu{B300}
            AWS Bedrock key | ABSK{B132}
            AWS signature | https://bucket.s3.amazonaws.com/dump.sql?X-Amz-Expires=900&X-Amz-Signature=«{h64}»
            Google key | AIza{u35}
            Google client secret | GOCSPX-{u28}
            Google access token | ya29.{u120}
            Google refresh token | 1//0{u60}
            Google signature | https://storage.googleapis.com/b/o?X-Goog-Signature=«{h128}»
            Azure signature | https://acme.blob.core.windows.net/backups?sv=2022-11-02&sr=c&sig=«{A40}%3D»
            Azure client secret | {A3}8Q~{A34}
            Azure storage key | {B76}+ASt{B5}A==
            DigitalOcean token | dop_v1_{h64}
            Heroku key | HRKU-AA{u58}
            Fly token | fm2_{B180}
            Netlify token | nfp_{A36}
            Alibaba key id | LTAI{A20}
            Cloudflare origin key | v1.0-{h24}-{h146}
            Databricks token | dapi{h32}
            Databricks token | dapi{h32}-2
            PlanetScale secret | pscale_pw_{A43}
            Supabase key | sbp_{h40}
            Neon password | npg_{A12}
            Aiven password | AVNS_{u19}
            MongoDB Atlas secret | mdb_sa_sk_{u40}
            Vault token | hvs.{u95}
            old Vault token | s.{A23}7
            Doppler token | dp.pt.{A43}
            1Password token | ops_eyJ{A250}
            Tailscale key | tskey-auth-{A12}-{A32}
            Grafana token | glsa_{A32}_{h8}
            Grafana token | glc_{A80}
            New Relic key | NRAK-{U27}
            Dynatrace token | dt0c01.{U24}.{U64}
            Sentry token | sntryu_{h64}
            OpenShift token | sha256~{u43}
            Slack token | xoxb-{d12}-{d12}-{A24}
            Slack token | xoxp-{d12}-{d12}-{d12}-{h32}
            Slack token | xoxe.xoxp-1-{U160}
            Slack app token | xapp-1-A{U10}-{d13}-{h64}
            Slack webhook | https://hooks.slack.com/services/«T{U8}/B{U10}/{A24}»
            Teams webhook | https://acme.webhook.office.com/webhookb2/«{h8}-{h4}-{h4}-{h4}-{h12}@{h8}-{h4}-{h4}-{h4}-{h12}/IncomingWebhook/{h32}/{h8}»
            Discord webhook | https://discord.com/api/webhooks/«{d18}/{u68}»
            Discord token | {N18}.{A6}.{u38}
            Discord token | M{A23}.{u6}.{u27}
            Telegram token | {d10}:AA{u33}
            Telegram token | {d9}:{u35}
            Stripe key | sk_live_{A24}
            Stripe key | rk_live_{A99}
            webhook signing secret | whsec_{A32}
            OpenAI key | sk-{A20}T3BlbkFJ{A20}
            OpenAI key | sk-proj-{u74}T3BlbkFJ{u74}
            Anthropic key | sk-ant-api03-{u93}AA
            Groq key | gsk_{A52}
            xAI key | xai-{A80}
            Perplexity key | pplx-{A48}
            Hugging Face token | hf_{A34}
            Replicate token | r8_{A37}
            SendGrid key | SG.{u22}.{u43}
            Twilio key | SK{h32}
            Mailgun key | key-{h32}
            Mailgun key | {h32}-{h8}-{h8}
            Mailchimp key | {h32}-us12
            Brevo key | xkeysib-{h64}-{A16}
            Square token | sq0atp-{u22}
            Square token | EAAA{u60}
            Shopify token | shpat_{h32}
            PayPal token | access_token$production${a16}${h32}
            Razorpay key | rzp_live_{A14}
            Plaid token | access-production-{h8}-{h4}-{h4}-{h4}-{h12}
            Facebook token | EAAM{A150}
            Facebook app token | {d15}|{u27}
            Octopus key | API-{U32}
            Firebase key | AAAA{u7}:APA91b{u134}
            Mapbox token | sk.eyJ1Ijoi{u60}.{u22}
            Notion token | ntn_{d11}{A35}
            Figma token | figd_{u40}
            Airtable token | pat{A14}.{h64}
            Dropbox token | sl.{u140}
            Shippo token | shippo_live_{h40}
            Contentful token | CFPAT-{u43}
            EasyPost key | EZAK{A54}
            Flutterwave key | FLWSECK-{a32}-X
            private key | -----BEGIN RSA PRIVATE KEY-----\\n«{B64}\\n{B64}\\n{B40}»\\n-----END RSA PRIVATE KEY-----
            private key | -----BEGIN OPENSSH PRIVATE KEY-----\\n«{B70}\\n{B70}»\\n-----END OPENSSH PRIVATE KEY-----
            private key | -----BEGIN PGP PRIVATE KEY BLOCK-----\\n\\n«{B64}\\n{B64}»\\n=aB3d\\n-----END PGP PRIVATE KEY BLOCK-----
            private key | -----BEGIN ENCRYPTED PRIVATE KEY-----\\n«{B64}\\n{B64}»
            PuTTY key | PuTTY-User-Key-File-2: ssh-rsa\\nEncryption: none\\nPrivate-Lines: 2\\n«{B64}\\n{B64}»
            private key in base64 | LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0tLQ{B200}
            age key | AGE-SECRET-KEY-1{U58}
            JSON web token | eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiI{A60}.{u43}
            encrypted JSON web token | eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..{u16}.{u120}.{u22}
            JSON web key | {"kty":"EC","crv":"P-256","x":"abc","d":"«{u43}»"}
            bcrypt hash | $2b$12${A53}
            argon2 hash | $argon2id$v=19$m=65536,t=3,p=4${B22}${B43}
            crypt hash | $6${A16}${A86}
            scrypt hash | $scrypt$ln=16,r=8,p=1${B22}${B43}
            PBKDF2 hash | pbkdf2_sha256$600000${A22}${B43}=
            SCRAM verifier | SCRAM-SHA-256$4096:{B22}==${B43}=:{B43}=
            PostgreSQL password hash | md5{h32}
            MySQL password hash | '«*{H40}»'
            MySQL caching hash | $A$005${A20}{A43}
            Oracle password verifier | S:{H60};T:{H160}
            SQL Server password hash | 0x0200{H136}
            LDAP password hash | {SSHA}{B32}
            ASP.NET password hash | AQAAAA{B78}==
            password in an address | postgres://app:«{q16}»@db.internal:5432/orders
            password in an address | mongodb+srv://svc:«{q20}»@cluster0.abcde.mongodb.net/shop
            password in an address | redis://:«{q18}»@cache:6379/0
            password in an address | amqps://mq:«{q18}»@rabbit.internal:5671/vhost
            password in an address | mysql://root:«{q6}/{q6}»@db:3306/shop
            token in an address | https://«{h32}»@sentry.internal/42
            password in a thin address of Oracle | jdbc:oracle:thin:scott/«{q12}»@//ora.internal:1521/ORCL
            password in a name of a data source | app:«{p14}»@tcp(db.internal:3306)/shop
            line of a password file | db.internal:5432:orders:app:«{q16}»
            line of a netrc file | machine git.internal login deploy password «{q16}»
            IDENTIFIED BY 'password' | CREATE USER 'app'@'%' IDENTIFIED BY '«{p16}»'
            IDENTIFIED BY 'password' | ALTER USER app IDENTIFIED WITH caching_sha2_password BY '«{p16}»'
            IDENTIFIED BY 'password' | CREATE USER app IDENTIFIED BY "«{p16}»"
            IDENTIFIED BY password | CREATE USER scott IDENTIFIED BY «{A12}»
            IDENTIFIED BY password | CREATE DATABASE LINK rep CONNECT TO rep IDENTIFIED BY «{A12}» USING 'ORCL'
            IDENTIFIED BY new REPLACE old | alter user scott identified by ${NEW} replace «{A12}»
            PASSWORD 'password' | CREATE ROLE app WITH LOGIN ENCRYPTED PASSWORD '«{l16}»'
            PASSWORD 'password' | ALTER ROLE app PASSWORD E'«{p16}»'
            PASSWORD 'password' | CREATE USER MAPPING FOR app SERVER films OPTIONS (user 'bob', password '«{l16}»')
            option of a server or stage | CREATE SECRET lake (TYPE S3, SECRET '«{l40}»')
            CREDENTIALS 'credentials' | COPY sales FROM 's3://acme/x' CREDENTIALS '«{l40}»'
            SET name TO 'secret' | ALTER DATABASE shop SET "app.jwt_secret" TO '«{p20}»'
            set_config('name', 'secret') | SELECT set_config('app.api_key', '«{A24}»', false)
            key or password of a function | SELECT pgp_sym_decrypt(ssn_enc, '«{p16}»') FROM people
            key or password of a function | SELECT AES_ENCRYPT(note, '«{p16}»') FROM notes
            arguments of sp_addlogin | EXEC sp_addlogin 'app', '«{p14}»'
            keys of s3(...) | SELECT count() FROM s3('https://acme.s3.amazonaws.com/x.csv', 'minio', '«{B40}»', 'CSV')
            password of a table function | SELECT 1 FROM mysql('db:3306', 'shop', 'orders', 'app', '«{p14}»')
            password of OPENROWSET | SELECT a.* FROM OPENROWSET('SQLNCLI', 'srv01';'sa';'«{p14}»', 'SELECT 1') AS a
            CONNECT TO database USER user USING password | CONNECT TO sample USER db2inst1 USING «{A12}»
            LOGON server/user,password | .LOGON tdprod/etl,«{A12}»
            CONNECT user/password@database | sqlplus scott/«{A12}»@ORCL
            AUTH password | CONFIG SET requirepass «{A24}»
            db.auth(user, password) | db.auth("app", "«{q16}»")
            bearer or basic credentials | Bearer {A40}
            Authorization header | Authorization: ApiKey «{A24}»
            Authorization header with a signature | Authorization: AWS4-HMAC-SHA256 SignedHeaders=host, Signature=«{h64}»
            Authorization header without a scheme | Authorization: «{A40}»
            header with a key | X-Custom-Auth: «{h37}»
            cookies | Cookie: theme=dark; uid=«{A26}»
            session id | JSESSIONID=«{H32}»
            parameter of an address | https://api.internal/v1/rows?code=«{A32}»
            -p of mysql | mysqldump -u root -p«{A14}» shop
            -p of sshpass | sshpass -p «{A14}» ssh root@db
            -a of redis-cli | redis-cli -h cache -a «{A24}» ping
            -P of sqlcmd | sqlcmd -S srv01 -U sa -P «{A14}» -i x.sql
            -u of curl | curl -s -u admin:«{A16}» https://db.internal/_cluster
            -u of curl with a token | curl -k -X POST https://db:9200/x \\\\n  -u "«{A16}»:"
            option with a password | ./migrate --db-password «{q16}» up
            value given to a name | jdbc:sqlserver://srv01;user=sa;password=«{q14}»;encrypt=true
            value given to a name | Driver={ODBC Driver 18};Server=srv01;Uid=sa;Pwd={«{p14}»};
            value given to a name | host=db.internal port=5432 dbname=shop user=app password=«{q14}»
            value given to a name | DefaultEndpointsProtocol=https;AccountName=acme;AccountKey=«{B86}==»;
            value given to a name | aws_secret_access_key = «{B40}»
            value given to a name | {"user": "app", "password": "«{p16}»"}
            value given to a name | CREATE LOGIN app WITH PASSWORD = N'«{p16}»'
            value given to a name | CREATE USER app PASSWORD = '«{l16}»' DEFAULT_ROLE = analyst
            value given to a name | CREATE SUBSCRIPTION s CONNECTION 'host=db dbname=shop password=«{q14}»' PUBLICATION p
            value given to a name | SELECT * FROM dblink('dbname=shop user=app password=«{q14}»', 'SELECT 1') AS t(a int)
            key in the environment | STRIPE_KEY=«{A32}»
            element of XML | <dbPassword>«{q16}»</dbPassword>
            property of XML | <property name="password" value="«{q16}»"/>
            value in a sentence | The password for app is `«{A14}»`
            number of a payment card | {C16}
            """;

    private Seeds() {}

    /** The templates, by the names of their formats. */
    public static Map<String, List<String>> templates() {
        var templates = new LinkedHashMap<String, List<String>>();
        SAMPLES.lines().forEach(line -> {
            var bar = line.indexOf(" | ");
            templates
                    .computeIfAbsent(line.substring(0, bar), name -> new ArrayList<>())
                    .add(line.substring(bar + 3).replace("\\n", "\n"));
        });
        return templates;
    }

    /** How many templates there are. */
    public static int size() {
        return templates().values().stream().mapToInt(List::size).sum();
    }

    /** Secrets, in turn of all templates. */
    public static List<Seed> make(int count, Random random) {
        var all = new ArrayList<Map.Entry<String, String>>();
        templates().forEach((name, samples) -> samples.forEach(sample -> all.add(Map.entry(name, sample))));
        var made = new ArrayList<Seed>();
        for (var i = 0; i < count; i++) {
            var sample = all.get(i % all.size());
            made.add(Seed.of(sample.getKey(), sample.getValue(), random));
        }
        return made;
    }
}
