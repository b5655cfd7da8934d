#include "Recording.h"

#include "Expected.h"
#include "Files.h"
#include "Must.h"
#include "Questions.h"
#include "Story.h"

#include "sync/gateway/Statistics.h"

#include <QDir>

namespace motcua::recorder {

namespace {

QString clerk() {
    return QStringLiteral("lan.nt");
}

QString supervisor() {
    return QStringLiteral("minh.tv");
}

QJsonObject keysOf(const http::Credentials& credentials) {
    return {{QStringLiteral("station"), credentials.station.toString(QUuid::WithoutBraces)},
        {QStringLiteral("certificate"), QString::fromLatin1(credentials.certificate)}, {QStringLiteral("key"), QString::fromLatin1(credentials.key)}};
}

int countOf(Desk& at) {
    int dossiers = 0;
    for (const auto& [state, number] : must(at.counter().folders().counts(), "the dossiers cannot be counted"))
        dossiers += number;
    return dossiers;
}

}

Recording::Recording(const QString& folder) : m_out(folder), m_province(folder + QStringLiteral("/gateway"), m_clock, m_enrolments) {
    QDir().mkpath(m_out);
}

/// Its password is cheap to check, for tests that open the folder often.
Desk::Place Recording::deskPlace(const QString& under) const {
    return {QStringLiteral("desk"), QStringLiteral("Quầy 1"), under + QStringLiteral("/desk"), 1, {1, 64, 1}};
}

/// This one's password costs what a real station's does.
Desk::Place Recording::supervisorPlace(const QString& under) const {
    return {QStringLiteral("supervisor"), QStringLiteral("Bàn lãnh đạo"), under + QStringLiteral("/supervisor"), 1001, {}};
}

void Recording::enrol() {
    Desk desk(deskPlace(m_out), m_clock);
    Desk table(supervisorPlace(m_out), m_clock);
    m_clock.set(QDate(2025, 12, 30), QTime(7, 30));
    const auto codes = m_province.found();
    m_line.showCertificateOf(m_province.folder() + QStringLiteral("/keys"));
    copyFolder(m_province.folder(), m_out + QStringLiteral("/gateway-founded"));
    // Nobody passes yet; but two recordings at one time would share the gateway's port without noticing.
    m_line.comeUp();
    m_province.serve();
    desk.enrol(m_province.enrolmentUrl(), codes.front().code, clerk());
    table.enrol(m_province.enrolmentUrl(), codes.back().code, supervisor());
    m_province.stop();
    copyFolder(m_province.folder(), m_out + QStringLiteral("/gateway-morning"));
    m_deskCredentials = desk.credentials(clerk());
    const http::Credentials tableCredentials = table.credentials(supervisor());
    m_line.know(desk.place().name, m_deskCredentials);
    m_line.know(table.place().name, tableCredentials);
    saveJson(m_out + QStringLiteral("/traffic/keys.json"),
        {{desk.place().name, keysOf(m_deskCredentials)}, {table.place().name, keysOf(tableCredentials)}});
    m_enrolments.save(m_out + QStringLiteral("/traffic/enrolment.json"));
}

void Recording::play() {
    m_province.serve();
    {
        Desk desk(deskPlace(m_out), m_clock);
        Desk table(supervisorPlace(m_out), m_clock);
        Story story(m_province, m_line, m_clock, desk, table);
        story.firstDay();
        story.lastDayOfTheYear();
        story.newYear();
        m_expected.insert(QStringLiteral("people"), story.people());
    }
    m_province.stop();
    // One station with the old program's snapshot, one without: it is disposable.
    QFile::remove(m_out + QStringLiteral("/supervisor/snapshot.sealed"));
    m_traffic.save(m_out + QStringLiteral("/traffic/day.json"));
    m_expected.insert(QStringLiteral("clock"), m_clock.now().toMSecsSinceEpoch());
}

QString Recording::copyAll(const char* name) const {
    const QString copies = m_out + QLatin1Char('/') + QLatin1String(name);
    QDir().mkpath(copies);
    for (const char* part : {"/desk", "/supervisor", "/gateway"})
        copyFolder(m_out + QLatin1String(part), copies + QLatin1String(part));
    return copies;
}

void Recording::readBack() {
    const QString copies = copyAll("copies");
    Province province(copies + QStringLiteral("/gateway"), m_clock, m_enrolments);
    // Not served: a gateway of fb30b3b that is stopped before its listeners run never ends.
    province.open();
    m_expected.insert(QStringLiteral("gateway"), expectedOfGateway(province));
    province.stop();
    m_expected.insert(QStringLiteral("desk"),
        expectedOfStation(copies + QStringLiteral("/desk"), {clerk(), supervisor(), QStringLiteral("huong.vt")}, m_clock, Bodies::Shown));
    m_expected.insert(
        QStringLiteral("supervisor"), expectedOfStation(copies + QStringLiteral("/supervisor"), {supervisor()}, m_clock, Bodies::LeftOut));
    QDir(copies).removeRecursively();
}

void Recording::synchronise(const QString& folder) {
    Desk desk(deskPlace(folder), m_clock);
    Desk table(supervisorPlace(folder), m_clock);
    desk.sit(clerk());
    table.sit(supervisor());
    desk.waitUntilConfirmed();
    waitUntil([&] { return countOf(desk) == countOf(table); }, "the supervisor's desk does not hear of the new dossiers");
    // The pages of the new dossiers follow their records.
    waitUntil([&] { return table.counter().sync().status().pull == engine::Step::Idle; }, "the supervisor's desk goes on asking");
}

void Recording::playEvening() {
    const QString evening = copyAll("evening");
    m_traffic.clear();
    m_clock.pass(1800);
    Province province(evening + QStringLiteral("/gateway"), m_clock, m_enrolments);
    province.serve();
    m_line.comeUp();
    synchronise(evening);
    m_traffic.save(m_out + QStringLiteral("/traffic/evening.json"));
    const QJsonObject desk = expectedOfStation(evening + QStringLiteral("/desk"), {clerk()}, m_clock, Bodies::LeftOut);
    const QJsonObject table = expectedOfStation(evening + QStringLiteral("/supervisor"), {supervisor()}, m_clock, Bodies::LeftOut);
    const QString marks = QStringLiteral("marks");
    const QString books = QStringLiteral("books");
    QJsonObject gateway = expectedOfGateway(province);
    gateway.remove(QStringLiteral("dossiers"));
    m_expected.insert(
        QStringLiteral("evening"), QJsonObject{{QStringLiteral("clock"), m_clock.now().toMSecsSinceEpoch()}, {QStringLiteral("gateway"), gateway},
                                       {QStringLiteral("desk"), QJsonObject{{marks, desk.value(marks)}, {books, desk.value(books)}}},
                                       {QStringLiteral("supervisor"), QJsonObject{{marks, table.value(marks)}, {books, table.value(books)}}}});
    ask(province, desk.value(marks).toObject());
    m_line.goDown();
    province.stop();
    QDir(evening).removeRecursively();
    saveJson(m_out + QStringLiteral("/expected.json"), m_expected);
}

void Recording::ask(Province& province, const QJsonObject& deskMarks) {
    const QByteArray lastBatch = m_traffic.lastBody("desk", "/v1/records");
    m_traffic.clear();
    const ChainEnd end{
        deskMarks.value(QLatin1String("lastSeq")).toInteger(), QByteArray::fromHex(deskMarks.value(QLatin1String("head")).toString().toLatin1())};
    Questions(m_deskCredentials).askAll(end, lastBatch);
    m_traffic.save(m_out + QStringLiteral("/traffic/questions.json"));
    const QJsonObject after = must(gateway::statistics(province.platform().database()), "the gateway does not count");
    if (after.value(QLatin1String("events")) !=
        m_expected[QLatin1String("evening")][QLatin1String("gateway")][QLatin1String("stats")][QLatin1String("events")])
        giveUp("a question has changed what the gateway holds");
}

}
