#include "app/admin/DiagnosisPage.h"

namespace motcua::admin {

namespace {

using About = counter::Finding::About;
using State = counter::Finding::State;

struct Name {
    About about;
    const char16_t* vi;
    const char16_t* en;
};

constexpr Name names[] = {
    {About::Program, u"Phiên bản", u"Version"},
    {About::System, u"Hệ điều hành", u"System"},
    {About::Clock, u"Đồng hồ (Việt Nam)", u"Clock (Viet Nam)"},
    {About::DataDirectory, u"Thư mục dữ liệu", u"Data folder"},
    {About::Space, u"Dung lượng còn trống", u"Free space"},
    {About::Station, u"Máy", u"Station"},
    {About::Journal, u"Nhật ký", u"Journal"},
    {About::Unread, u"Tỉnh gửi nhưng không đọc được", u"Sent by the province, but unreadable"},
    {About::Certificate, u"Chứng thư của máy", u"Station's certificate"},
    {About::RootCertificate, u"Chứng thư gốc của tỉnh", u"Province's root certificate"},
    {About::Line, u"Đường truyền", u"Line"},
    {About::Printers, u"Máy in", u"Printers"},
    {About::Scanners, u"Máy quét", u"Scanners"},
    {About::ForeignFiles, u"Tệp từ bên ngoài", u"Files from outside"},
};

QString nameOf(About about, const Words& words) {
    for (const Name& name : names)
        if (name.about == about)
            return words.pick(QString::fromUtf16(name.vi), QString::fromUtf16(name.en));
    return {};
}

QString journal(const counter::Finding& finding, const Words& words) {
    const QString vi = finding.state == State::Sound ? QStringLiteral("nguyên vẹn, %1 bản ghi, %2 tệp trang quét đang giữ")
                                                     : QStringLiteral("CÓ %1 LỖI, đầu tiên: %2");
    const QString en = finding.state == State::Sound ? QStringLiteral("sound, %1 events, %2 scans") : QStringLiteral("%1 FAULTS, the first: %2");
    return words.pick(vi, en).arg(finding.values.value(0), finding.values.value(1));
}

QString valueOf(const counter::Finding& finding, const Words& words) {
    const QStringList& values = finding.values;
    if (values.isEmpty())
        return finding.error.code.isEmpty() ? QStringLiteral("-") : words.of(finding.error);
    switch (finding.about) {
    case About::Journal:
        return journal(finding, words);
    case About::Space:
        return QStringLiteral("%1 MB / %2 MB").arg(values.value(0), values.value(1));
    case About::Certificate:
    case About::RootCertificate:
        return values.join(QStringLiteral(" – "));
    case About::ForeignFiles:
        return finding.state == State::Sound ? words.pick(QStringLiteral("đọc trong phòng kín"), QStringLiteral("read in a closed room"))
                                             : words
                                                   .pick(QStringLiteral("nhân hệ điều hành thiếu %1, phòng đọc không kín"),
                                                       QStringLiteral("this kernel lacks %1, the room they are read in is not closed"))
                                                   .arg(values.join(QStringLiteral(", ")));
    case About::Line:
        return values.value(0) + (finding.state == State::Sound ? words.pick(QStringLiteral(" thông"), QStringLiteral(" up"))
                                                                : words.pick(QStringLiteral(" không thông"), QStringLiteral(" down")));
    default:
        return values.join(QStringLiteral(", "));
    }
}

}

QString diagnosisPage(const std::vector<counter::Finding>& findings, const Words& words) {
    QStringList lines;
    for (const counter::Finding& finding : findings)
        lines << nameOf(finding.about, words) + QStringLiteral(": ") + valueOf(finding, words);
    return lines.join(QLatin1Char('\n'));
}

}
