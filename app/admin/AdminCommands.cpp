#include "app/admin/AdminCommands.h"

#include "app/admin/DiagnosisPage.h"
#include "app/base/Secret.h"
#include "app/capture/HelperPages.h"
#include "app/capture/SaneScanner.h"
#include "app/journal/exchange/StationCopy.h"
#include "app/journal/log/Verify.h"
#include "app/paper/CupsPrinter.h"
#include "app/station/Activation.h"
#include "app/station/Station.h"
#include "app/ui/text/PasswordWords.h"
#include "app/ui/text/SecurityWords.h"

#include <QCoreApplication>
#include <QFile>
#include <QLoggingCategory>

#include <cstdio>
#include <unistd.h>

namespace motcua::admin {

namespace {

constexpr int notUnderstood = 2;

void say(const QString& text, std::FILE* where = stdout) {
    std::fputs((text + QLatin1Char('\n')).toUtf8().constData(), where);
    std::fflush(where);
}

/// "host:8444" is taken for what it means.
QString addressIn(const QString& typed) {
    return typed.contains(QLatin1String("://")) ? typed : QStringLiteral("https://") + typed;
}

/// By the system's own call, since the buffers of Qt and of C would keep what went through them.
base::Secret lineFromInput() {
    constexpr qsizetype longest = 1024;
    qsizetype size = 0;
    const base::Secret line = base::Secret::made(longest, [&size](char* data) {
        while (size < longest && ::read(STDIN_FILENO, data + size, 1) == 1 && data[size] != '\n')
            ++size;
        size -= size > 0 && data[size - 1] == '\r' ? 1 : 0;
        return true;
    });
    QString words = QString::fromUtf8(line.bytes().first(size));
    const base::Secret password(words);
    base::wipe(words);
    return password;
}

}

AdminCommands::AdminCommands() {
    m_parser.setApplicationDescription(QStringLiteral(
        "Một Cửa: công cụ của kỹ thuật viên / the technician's tool\n\n"
        "  enrol           --data DIR --gateway URL --code CODE --user LOGIN --password-stdin [--name NAME]\n"
        "  add-user        --data DIR --user LOGIN --new LOGIN --activation CODE [--account-file FILE] --password-stdin     (hai dòng / two lines: "
        "LOGIN's password,\n"
        "                  the new one's; CODE: mã tỉnh giao cho chính người đó / what the province gave to that person alone)\n"
        "  remove-user     --data DIR --user LOGIN --remove LOGIN --password-stdin\n"
        "  reset-password  --data DIR --user LOGIN --reset LOGIN --activation CODE --password-stdin   (hai dòng / two lines: LOGIN's password, the "
        "new one)\n"
        "  reset-password  --data DIR --recovery-key FILE --reset LOGIN --password-stdin   (một dòng / one line: the new password)\n"
        "  security-log    --data DIR --user LOGIN --password-stdin [--day YYYY-MM-DD] [--person LOGIN] [--kind KIND] [--most N]\n"
        "  verify          --data DIR\n"
        "  diagnose        --data DIR\n"
        "  backup          --data DIR --to DIR      (cũng khi chương trình đang mở / also while the program is open)\n"
        "  restore         --from DIR --data DIR\n\n"
        "URL: địa chỉ ghi danh sau chữ \"enrol\" mà \"motcua-gateway serve\" hiện ra / the enrolment address, after \"enrol\" in what\n"
        "\"motcua-gateway serve\" shows: https://HOST:8444"));
    m_parser.addHelpOption();
    m_parser.addVersionOption();
    m_parser.addPositionalArgument(
        QStringLiteral("command"), QStringLiteral("enrol, add-user, remove-user, reset-password, security-log, verify, diagnose, backup, restore"));
    const auto option = [this](const char* name, const char* text, const char* value = "") {
        m_parser.addOption(QCommandLineOption(QLatin1String(name), QString::fromUtf8(text), QLatin1String(value)));
    };
    option("data", "Thư mục dữ liệu của trạm / the station's data folder", "DIR");
    option("gateway", "Địa chỉ ghi danh của tỉnh / the province's enrolment address", "URL");
    option("code", "Mã ghi danh một lần / one-time code", "CODE");
    option("name", "Tên quầy, thay cho tên mà tỉnh đã đặt / a desk's name instead of the one that the province gave", "NAME");
    option("user", "Tài khoản / account", "LOGIN");
    option("new", "Tài khoản thêm vào / account to add", "LOGIN");
    option("remove", "Tài khoản bỏ khỏi máy / account to take away from the station", "LOGIN");
    option("reset", "Tài khoản đặt lại mật khẩu / account whose password is set anew", "LOGIN");
    option("activation", "Mã kích hoạt mà tỉnh giao cho chính người đó / the activation code that the province gave to that person", "CODE");
    option(
        "account-file", "Tệp tài khoản của tỉnh, khi máy không có đường truyền / the province's account file, for a station without a line", "FILE");
    option("recovery-key", "Khóa khôi phục của tỉnh / the province's recovery key", "FILE");
    option("password-stdin", "Đọc mật khẩu từ đầu vào chuẩn / read passwords from standard input");
    option("day", "Chỉ ngày này / of this day alone", "YYYY-MM-DD");
    option("person", "Chỉ tài khoản này / of this account alone", "LOGIN");
    option("kind", "Chỉ loại này / of this kind alone", "KIND");
    option("most", "Nhiều nhất bao nhiêu dòng, 500 nếu không nói / how many lines at most, 500 unless said", "N");
    option("to", "Nơi lưu / target", "DIR");
    option("from", "Bản sao lưu / backup", "DIR");
    m_parser.addOption(QCommandLineOption(QStringLiteral("lang"), QStringLiteral("vi, en"), QStringLiteral("LANG"), QStringLiteral("vi")));
}

AdminCommands::~AdminCommands() = default;

std::optional<int> AdminCommands::run(const QStringList& arguments) {
    m_parser.process(arguments);
    speak();
    const QString command = m_parser.positionalArguments().value(0);
    if (command == QLatin1String("verify") && needs({"data"}))
        return verify();
    if (command == QLatin1String("enrol") && needs({"data", "gateway", "code", "user", "password-stdin"}))
        return enrol();
    if (command == QLatin1String("add-user") && needs({"data", "user", "new", "password-stdin"}))
        return addUser();
    if (command == QLatin1String("remove-user") && needs({"data", "user", "remove", "password-stdin"}))
        return removeUser();
    if (command == QLatin1String("reset-password") &&
        needs({"data", m_parser.isSet(QStringLiteral("recovery-key")) ? "recovery-key" : "user", "reset", "password-stdin"}))
        return resetPassword();
    if (command == QLatin1String("security-log") && needs({"data", m_parser.isSet(QStringLiteral("recovery-key")) ? "recovery-key" : "user"}) &&
        (m_parser.isSet(QStringLiteral("recovery-key")) || needs({"password-stdin"})))
        return securityLog();
    if (command == QLatin1String("diagnose") && needs({"data"}))
        return diagnose();
    if (command == QLatin1String("backup") && needs({"data", "to"}))
        return copy(value("data"), value("to"));
    if (command == QLatin1String("restore") && needs({"from", "data"}))
        return copy(value("from"), value("data"));
    say(m_parser.helpText(), stderr);
    return notUnderstood;
}

void AdminCommands::speak() {
    const bool english = value("lang") == QLatin1String("en");
    m_words = Words(english ? Tongue::English : Tongue::Vietnamese);
    if (!english && m_translator.load(QStringLiteral(":/i18n/motcua_vi.qm")))
        QCoreApplication::installTranslator(&m_translator);
}

bool AdminCommands::needs(std::initializer_list<const char*> options) {
    for (const char* option : options)
        if (!m_parser.isSet(QLatin1String(option))) {
            say(m_words.pick(QStringLiteral("Thiếu --%1."), QStringLiteral("--%1 is missing.")).arg(QLatin1String(option)), stderr);
            return false;
        }
    return true;
}

std::optional<int> AdminCommands::verify() {
    const auto checked = journal::verify(value("data"));
    if (!checked) {
        say(m_words.of(checked.error()));
        return 1;
    }
    for (const journal::Fault& fault : checked->faults)
        say(QStringLiteral("%1 (%2)").arg(fault.place, fault.code));
    if (!checked->faults.empty())
        return 1;
    say(QStringLiteral("ok events=%1 head=%2").arg(checked->events).arg(QString::fromLatin1(checked->head.toHex())));
    return 0;
}

std::optional<int> AdminCommands::enrol() {
    m_station = std::make_unique<station::Station>(station::StationSetup{value("data")});
    const counter::Enrolment wanted{addressIn(value("gateway")), value("code"), value("name"), value("user"), lineFromInput()};
    const auto opinion = domain::judgePassword(wanted.password, {wanted.login});
    m_station->enrol(wanted).then(this, [this, opinion](const base::Outcome& outcome) {
        const station::StationCard& card = m_station->card();
        if (outcome)
            say(withStrength(
                m_words.pick(QStringLiteral("Đã ghi danh máy “%1” (%2) của đơn vị %3."), QStringLiteral("Enrolled station “%1” (%2) of unit %3."))
                    .arg(card.name, card.station, card.unit),
                opinion));
        emit finished(ended(outcome).value_or(0));
    });
    return {};
}

std::optional<int> AdminCommands::addUser() {
    const UserCommands users(value("data"), {value("user"), lineFromInput()});
    return bind(users, users.makeNew({value("new"), lineFromInput()}, m_parser.isSet(QStringLiteral("activation"))),
        m_words.pick(QStringLiteral("Đã thêm %1."), QStringLiteral("Added %1.")).arg(value("new")));
}

QString AdminCommands::withStrength(const QString& said, const domain::PasswordOpinion& opinion) const {
    return m_words.pick(QStringLiteral("%1\nMật khẩu: %2"), QStringLiteral("%1\nPassword: %2")).arg(said, ui::passwordWords(opinion).text);
}

std::optional<int> AdminCommands::bind(const UserCommands& users, base::Result<UserCommands::WayIn> way, const QString& done) {
    const QString said = way ? withStrength(done, way->opinion) : done;
    const QString code = value("activation");
    if (way && !code.isEmpty() && !station::Activation::isCode(code))
        return ended(base::fail(QStringLiteral("activation.code-malformed")));
    if (!way || code.isEmpty()) {
        const base::Outcome put = way ? users.put(*way, {}) : base::Outcome(base::fail(way.error()));
        if (put)
            say(said);
        return ended(put);
    }
    m_way = std::make_unique<UserCommands::WayIn>(std::move(*way));
    if (m_parser.isSet(QStringLiteral("account-file"))) {
        const base::Outcome put =
            station::Activation::byFile(*m_way->station.unlocked, {m_way->login, code, m_way->slot.signer}, value("account-file"), m_clock)
                .and_then([&](const QByteArray& voucher) { return users.put(*m_way, voucher); });
        if (put)
            say(said);
        return ended(put);
    }
    m_activation = std::make_unique<station::Activation>(*m_way->station.unlocked, station::Activation::Of{m_way->login, code, m_way->slot.signer});
    const auto end = [this, said](const base::Outcome& put) {
        if (put)
            say(said);
        emit finished(ended(put).value_or(0));
    };
    connect(
        m_activation.get(), &station::Activation::failed, this, [end](const base::Error& error) { end(base::fail(error)); }, Qt::QueuedConnection);
    connect(
        m_activation.get(), &station::Activation::bound, this, [this, users, end](const QByteArray& voucher) { end(users.put(*m_way, voucher)); },
        Qt::QueuedConnection);
    m_activation->begin();
    return {};
}

std::optional<int> AdminCommands::removeUser() {
    const UserCommands users(value("data"), {value("user"), lineFromInput()});
    const auto removed = users.remove(value("remove"));
    if (removed)
        say(m_words.pick(QStringLiteral("%1 không còn mở khóa được máy này."), QStringLiteral("%1 cannot unlock this station any more."))
                .arg(value("remove")));
    return ended(removed);
}

base::Result<UserCommands> AdminCommands::whoever() const {
    if (!m_parser.isSet(QStringLiteral("recovery-key")))
        return UserCommands(value("data"), {value("user"), lineFromInput()});
    QFile key(value("recovery-key"));
    if (!key.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return base::fail(QStringLiteral("unlock.wrong-key"));
    QByteArray pem = key.readAll();
    const base::Secret recoveryKey = pem;
    base::wipe(pem);
    return UserCommands::byProvince(value("data"), recoveryKey);
}

std::optional<int> AdminCommands::securityLog() {
    domain::SecurityFilter filter{QDate::fromString(value("day"), Qt::ISODate), value("person"), domain::securityKindNamed(value("kind"))};
    const bool isWrong = (m_parser.isSet(QStringLiteral("day")) && !filter.day.isValid()) || (m_parser.isSet(QStringLiteral("kind")) && !filter.kind);
    if (isWrong) {
        QStringList names;
        for (const domain::SecurityKindName& each : domain::securityKinds())
            names << QString::fromLatin1(each.name);
        say(m_words.pick(QStringLiteral("--day: YYYY-MM-DD; --kind: một trong %1."), QStringLiteral("--day: YYYY-MM-DD; --kind: one of %1."))
                .arg(names.join(QStringLiteral(", "))),
            stderr);
        return notUnderstood;
    }
    if (const int most = value("most").toInt(); most > 0)
        filter.limit = most;
    const auto users = whoever();
    const auto page = users ? users->securityLog(filter) : base::fail(users.error());
    if (!page)
        return ended(base::fail(page.error()));
    for (const domain::SecurityEvent& event : page->events)
        say(domain::nameOf(event.kind) + QLatin1Char('\t') + ui::words::securityLine(event));
    for (const QString& fault : page->faults)
        say(fault);
    return page->faults.isEmpty() ? 0 : 1;
}

std::optional<int> AdminCommands::resetPassword() {
    const auto users = whoever();
    if (!users)
        return ended(base::fail(users.error()));
    return bind(*users, users->makeAnew({value("reset"), lineFromInput()}, m_parser.isSet(QStringLiteral("activation"))),
        m_words.pick(QStringLiteral("Đã đặt lại mật khẩu của %1."), QStringLiteral("Set a new password for %1.")).arg(value("reset")));
}

std::optional<int> AdminCommands::diagnose() {
    // What its trials come to is on the page, in words.
    QLoggingCategory::setFilterRules(QStringLiteral("motcua.*=false"));
    m_printer = std::make_unique<paper::CupsPrinter>();
    m_scanner = std::make_unique<capture::SaneScanner>();
    m_pages = std::make_unique<capture::HelperPages>();
    m_diagnosis = std::make_unique<station::Diagnosis>(value("data"), station::Diagnosis::Devices{*m_printer, *m_scanner, *m_pages}, m_clock);
    connect(m_diagnosis.get(), &station::Diagnosis::finished, this, [this](const std::vector<counter::Finding>& findings) {
        say(diagnosisPage(findings, m_words));
        emit finished(0);
    });
    m_diagnosis->begin();
    return {};
}

std::optional<int> AdminCommands::copy(const QString& from, const QString& to) {
    const auto copied = journal::copyStation(from, to);
    if (copied)
        journal::noteCopy(from, to);
    if (copied)
        say(m_words.pick(QStringLiteral("Đã chép và kiểm tra: %1"), QStringLiteral("Copied and verified: %1")).arg(to));
    return ended(copied);
}

std::optional<int> AdminCommands::ended(const base::Outcome& outcome) {
    if (outcome)
        return 0;
    say(m_words.of(outcome.error()), stderr);
    return 1;
}

}
