// sync/protocol/bodies.json, to which the contract refers, is made here out of describe(), the kinds of EventCodec and the examples. Run with
// MOTCUA_WRITE_CONTRACT=1 to write it anew.

#include "app/base/StrictJson.h"
#include "app/domain/Catalogue.h"
#include "app/domain/EventChecks.h"
#include "app/domain/EventCodec.h"
#include "app/domain/jobs/JobKind.h"
#include "sync/protocol/Messages.h"
#include "tests/support/contract/Examples.h"
#include "tests/support/contract/JsonSchema.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace motcua;
using test::SchemaBook;

class tst_ContractBodies : public QObject {
    Q_OBJECT

private slots:
    void anExampleOfEveryKind();
    void examplesAreSound();
    void theFileIsWhatDescribeSays();
};

namespace {

const QString path = QStringLiteral(MOTCUA_SOURCE_DIR "/sync/protocol/bodies.json");

QString shapeOf(const domain::EventBody& body) {
    return std::visit([](const auto& event) { return test::schema::nameOf<std::decay_t<decltype(event)>>(); }, body);
}

template <size_t... Index>
void addEvents(SchemaBook& book, std::index_sequence<Index...>) {
    (book.add<std::variant_alternative_t<Index, domain::EventBody>>(), ...);
}

/// Without UnreadRecord, the last, which is no kind.
constexpr size_t kindCount = std::variant_size_v<domain::EventBody> - 1;

QString codeOf(const domain::EventBody& body) {
    const auto outcome = domain::wellFormed(body);
    return outcome ? QString() : outcome.error().code;
}

/// The members without which this body is refused: what a reader of the schema has to write at least.
QJsonArray neededIn(QLatin1String kind, int version, const QJsonObject& json) {
    QJsonArray needed;
    for (const QString& name : json.keys()) {
        QJsonObject without = json;
        without.remove(name);
        const auto body = domain::decodeBody(QByteArrayView(kind.latin1()), version, QJsonDocument(without).toJson(QJsonDocument::Compact));
        if (!body || !codeOf(*body).isEmpty())
            needed.append(name);
    }
    return needed;
}

/// The shape that version 1 had where it had one of its own (FirstRecords.h).
QJsonObject firstShape(SchemaBook& book, const QString& kind, QJsonObject schema) {
    QJsonObject properties = schema.value(QLatin1String("properties")).toObject();
    if (kind == QLatin1String("dossier-received")) {
        properties.remove(QStringLiteral("job"));
        properties.remove(QStringLiteral("facts"));
        QJsonObject copy = test::schema::typed("object");
        copy.insert(QStringLiteral("description"), QStringLiteral("The facts of a certified copy; absent for every other job."));
        copy.insert(QStringLiteral("properties"),
            QJsonObject{{QStringLiteral("document"), test::schema::typed("string")}, {QStringLiteral("pages"), test::schema::typed("integer")},
                {QStringLiteral("copies"), test::schema::typed("integer")}});
        properties.insert(QStringLiteral("copy"), copy);
    } else {
        properties.remove(QStringLiteral("partial"));
        properties.insert(QStringLiteral("partOf"), book.add<domain::EntryReference>());
    }
    schema.insert(QStringLiteral("properties"), properties);
    return schema;
}

class Contract {
public:
    Contract() {
        addEvents(m_book, std::make_index_sequence<kindCount>());
        for (const domain::EventBody& body : test::examples::firstEvents())
            addExample(body);
        for (const domain::EventBody& body : test::examples::events())
            addExample(body);
        addFeed();
        addMessages();
    }

    QJsonObject json() const {
        QJsonObject defs = m_book.defs();
        defs.insert(QStringLiteral("RecordPayloads"), payloads());
        defs.insert(QStringLiteral("FeedBodies"), feedBodies());
        return {{QStringLiteral("$schema"), QStringLiteral("https://json-schema.org/draft/2020-12/schema")},
            {QStringLiteral("$comment"), QStringLiteral("Made by tests/contract/tst_ContractBodies.cpp out of the program; never changed by hand.")},
            {QStringLiteral("$defs"), defs}, {QStringLiteral("x-kinds"), m_kinds}, {QStringLiteral("x-messages"), m_messages}};
    }

private:
    /// The versions of the kind that this program reads, of which one at least reads this body.
    static std::vector<int> versionsOf(const domain::EventBody& body) {
        const QJsonObject json = std::visit([](const auto& event) { return base::toJson(event); }, body);
        std::vector<int> versions;
        for (int version = 1; version <= domain::newestRecordVersion; ++version) {
            const auto read =
                domain::decodeBody(QByteArrayView(domain::kindOf(body).latin1()), version, QJsonDocument(json).toJson(QJsonDocument::Compact));
            if (read && !std::holds_alternative<domain::UnreadRecord>(*read))
                versions.push_back(version);
        }
        return versions;
    }

    void addExample(const domain::EventBody& body) {
        const QString kind = domain::kindOf(body);
        const domain::EncodedBody encoded = domain::encodeBody(body);
        const QJsonObject example = QJsonDocument::fromJson(encoded.json).object();
        const bool hasFirst = kind == QLatin1String("dossier-received") || kind == QLatin1String("print-recorded");
        const QString current = shapeOf(body);
        const QString first = current + QStringLiteral("First");
        if (hasFirst && m_book.at(first).isEmpty())
            m_book.insert(first, firstShape(m_book, kind, m_book.at(current)));
        const QString name = hasFirst && encoded.version == 1 ? first : current;
        QJsonObject schema = m_book.at(name);
        schema.insert(QStringLiteral("examples"), QJsonArray{example});
        schema.insert(QStringLiteral("x-needed"), neededIn(domain::kindOf(body), encoded.version, example));
        m_book.insert(name, schema);
        QJsonObject versions = m_kinds.value(kind).toObject().value(QLatin1String("versions")).toObject();
        for (const int version : versionsOf(body))
            versions.insert(QString::number(version), SchemaBook::reference(hasFirst && version == 1 ? first : current));
        m_kinds.insert(kind, QJsonObject{{QStringLiteral("changes"), domain::changesDossier(body)}, {QStringLiteral("roles"), domain::rolesFor(body)},
                                 {QStringLiteral("versions"), versions}});
    }

    void addFeed() {
        const auto list = [](const char* name, const QJsonObject& items) {
            QJsonObject schema = test::schema::typed("object");
            schema.insert(QStringLiteral("required"), QJsonArray{QLatin1String(name)});
            schema.insert(QStringLiteral("properties"),
                QJsonObject{{QLatin1String(name), QJsonObject{{QStringLiteral("type"), QStringLiteral("array")}, {QStringLiteral("items"), items}}}});
            return schema;
        };
        const QJsonObject day{{QStringLiteral("type"), QStringLiteral("string")}, {QStringLiteral("format"), QStringLiteral("date")}};
        QJsonObject calendar = list("daysOff", day);
        calendar.insert(QStringLiteral("properties"),
            QJsonObject{{QStringLiteral("daysOff"), test::schema::typed("array")}, {QStringLiteral("makeUpDays"), test::schema::typed("array")}});
        QJsonObject catalogue = list("procedures", m_book.add<domain::Procedure>());
        QJsonObject properties = catalogue.value(QLatin1String("properties")).toObject();
        properties.insert(QStringLiteral("version"), test::schema::typed("string"));
        catalogue.insert(QStringLiteral("properties"), properties);
        QJsonObject accounts = list("accounts", m_book.add<domain::Account>());
        accounts.insert(
            QStringLiteral("examples"), QJsonArray{QJsonObject{{QStringLiteral("accounts"), base::toJsonValue(test::examples::accounts())}}});
        feed("catalogue", "CatalogueBody", catalogue);
        feed("calendar", "CalendarBody", calendar);
        feed("accounts", "AccountsBody", accounts);
        feed("settings", "UnitSettings", withExample<domain::UnitSettings>(test::examples::settings()));
        feed("volume", "Volume", withExample<domain::Volume>(test::examples::volume()));
        feed("code-range", "CodeRange", withExample<domain::CodeRange>(test::examples::codeRange()));
        feed("lease", "NumberLease", withExample<domain::NumberLease>(test::examples::lease()));
        feed("written-off", "NumbersOff", withExample<domain::NumbersOff>(test::examples::writtenOff()));
        m_book.add<domain::HeldLease>();
        m_book.add<domain::JobKind>();
        feed("job", "JobKind", m_book.at(QStringLiteral("JobKind")));
        m_book.add<protocol::Claim>();
        feed("claim", "Claim", m_book.at(QStringLiteral("Claim")));
        const QJsonObject uuid{{QStringLiteral("type"), QStringLiteral("string")}, {QStringLiteral("format"), QStringLiteral("uuid")}};
        QJsonObject refused = test::schema::typed("object");
        refused.insert(QStringLiteral("required"), QJsonArray{QStringLiteral("dossier"), QStringLiteral("holder")});
        refused.insert(QStringLiteral("properties"), QJsonObject{{QStringLiteral("dossier"), uuid}, {QStringLiteral("holder"), uuid}});
        feed("claim-refused", "ClaimRefusedBody", refused);
        m_book.add<protocol::Refused>();
        feed("record-refused", "Refused", m_book.at(QStringLiteral("Refused")));
        m_book.add<protocol::PersonVoucher>();
        feed("person-key", "PersonVoucher", m_book.at(QStringLiteral("PersonVoucher")));
        QJsonObject notice = test::schema::typed("object");
        notice.insert(QStringLiteral("properties"),
            QJsonObject{{QStringLiteral("text"), test::schema::typed("string")}, {QStringLiteral("at"), test::schema::typed("integer")}});
        feed("notice", "NoticeBody", notice);
    }

    template <class T>
    QJsonObject withExample(const T& value) {
        m_book.add<T>();
        QJsonObject schema = m_book.at(test::schema::nameOf<T>());
        schema.insert(QStringLiteral("examples"), QJsonArray{base::toJson(value)});
        return schema;
    }

    void feed(const char* kind, const char* name, const QJsonObject& schema) {
        m_book.insert(QLatin1String(name), schema);
        m_feed.insert(QLatin1String(kind), SchemaBook::reference(QLatin1String(name)));
    }

    /// openapi.yaml says more of these than describe() can; the names of their members are compared.
    void addMessages() {
        SchemaBook book;
        book.add<protocol::PushAnswer>();
        book.add<protocol::FeedPage>();
        book.add<protocol::Claim>();
        book.add<protocol::LeaseQuestion>();
        book.add<protocol::LeaseAnswer>();
        book.add<protocol::ActivationRequest>();
        book.add<protocol::EnrolmentRequest>();
        book.add<protocol::EnrolmentQuestion>();
        book.add<protocol::EnrolmentOutlook>();
        book.add<protocol::EnrolmentAnswer>();
        for (auto it = book.defs().begin(); it != book.defs().end(); ++it)
            m_messages.insert(it.key(), QJsonArray::fromStringList(it.value().toObject().value(QLatin1String("properties")).toObject().keys()));
    }

    static QJsonObject constant(const QJsonValue& value) { return {{QStringLiteral("const"), value}}; }
    static QJsonObject properties(const QJsonObject& of) { return {{QStringLiteral("properties"), of}}; }
    static QJsonObject when(const QJsonObject& condition, const QJsonObject& then) {
        return {{QStringLiteral("if"), properties(condition)}, {QStringLiteral("then"), properties(then)}};
    }

    /// What a record's payload is by its header's kind and version.
    QJsonObject payloads() const {
        QJsonArray cases;
        for (auto kind = m_kinds.begin(); kind != m_kinds.end(); ++kind) {
            const QJsonObject versions = kind.value().toObject().value(QLatin1String("versions")).toObject();
            for (auto version = versions.begin(); version != versions.end(); ++version)
                cases.append(when({{QStringLiteral("header"), properties({{QStringLiteral("kind"), constant(kind.key())},
                                                                  {QStringLiteral("version"), constant(version.key().toInt())}})}},
                    {{QStringLiteral("payload"), QJsonObject{{QStringLiteral("contentMediaType"), QStringLiteral("application/json")},
                                                     {QStringLiteral("contentSchema"), version.value()}}}}));
        }
        return {{QStringLiteral("description"), QStringLiteral("A record whose payload is by its header's kind and version.")},
            {QStringLiteral("allOf"), cases}};
    }

    /// What the body of an item of the feed is by its kind.
    QJsonObject feedBodies() const {
        QJsonArray cases;
        for (auto kind = m_feed.begin(); kind != m_feed.end(); ++kind)
            cases.append(when({{QStringLiteral("kind"), constant(kind.key())}}, {{QStringLiteral("body"), kind.value()}}));
        return {{QStringLiteral("description"), QStringLiteral("An item of the feed whose body is by its kind; of records see RecordPayloads.")},
            {QStringLiteral("allOf"), cases}};
    }

    SchemaBook m_book;
    QJsonObject m_kinds;
    QJsonObject m_feed;
    QJsonObject m_messages;
};

}

void tst_ContractBodies::anExampleOfEveryKind() {
    const auto events = test::examples::events();
    QCOMPARE(events.size(), kindCount);
    for (size_t i = 0; i < events.size(); ++i)
        QCOMPARE(events.at(i).index(), i);
}

void tst_ContractBodies::examplesAreSound() {
    auto bodies = test::examples::events();
    for (const domain::EventBody& first : test::examples::firstEvents()) {
        QCOMPARE(domain::encodeBody(first).version, 1);
        bodies.push_back(first);
    }
    for (const domain::EventBody& body : bodies) {
        const auto sound = domain::wellFormed(body);
        QVERIFY2(sound, qPrintable(QString(domain::kindOf(body)) + (sound ? QString() : sound.error().toLogLine())));
        const domain::EncodedBody encoded = domain::encodeBody(body);
        const auto again = domain::decodeBody(QByteArrayView(domain::kindOf(body).latin1()), encoded.version, encoded.json);
        QVERIFY(again);
        QCOMPARE(domain::encodeBody(*again).json, encoded.json);
    }
}

void tst_ContractBodies::theFileIsWhatDescribeSays() {
    const QByteArray made = QJsonDocument(Contract().json()).toJson(QJsonDocument::Indented);
    if (qEnvironmentVariableIsSet("MOTCUA_WRITE_CONTRACT")) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(made), made.size());
        QSKIP("written anew");
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY2(
        file.readAll() == made, "bodies.json is not what the program writes: run this test with MOTCUA_WRITE_CONTRACT=1 and look at what changed");
}

QTEST_GUILESS_MAIN(tst_ContractBodies)
#include "tst_ContractBodies.moc"
