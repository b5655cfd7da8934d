#include "app/paper/HtmlFormRenderer.h"

#include "app/base/Logging.h"
#include "app/paper/PdfSheets.h"

#include <QElapsedTimer>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QScreen>
#include <QtConcurrent>

namespace motcua::paper {

namespace {

/// All four faces, so that Qt never slants or thickens one by itself.
bool loadTinos() {
    const QString family = QStringLiteral("Tinos");
    if (QFontDatabase::styles(family).size() >= 4)
        return true;
    for (const char* face : {"Regular", "Bold", "Italic", "BoldItalic"})
        if (QFontDatabase::addApplicationFont(QStringLiteral(":/fonts/Tinos-%1.ttf").arg(QLatin1String(face))) < 0)
            return false;
    return QFontDatabase::styles(family).size() >= 4;
}

/// What QTextDocument takes one pixel for.
qreal screenDpi() {
    const QScreen* screen = QGuiApplication::primaryScreen();
    if (!screen || QCoreApplication::testAttribute(Qt::AA_Use96Dpi))
        return 96;
    return qRound(screen->logicalDotsPerInchY());
}

forms::PageSetup pageOf(const forms::Template& sheet, const QJsonObject& values) {
    return values.value(QLatin1String("ownSheet")).toBool() ? sheet.page().onItsOwn() : sheet.page();
}

}

HtmlFormRenderer::HtmlFormRenderer(QString provincialDirectory)
    : m_library(std::move(provincialDirectory)), m_screenDpi(screenDpi()), m_hasFont(loadTinos()) {}

base::Result<QByteArray> HtmlFormRenderer::render(const domain::ports::Form& form, const QJsonObject& values) {
    QElapsedTimer timer;
    timer.start();
    if (!m_hasFont)
        return base::fail(QStringLiteral("paper.no-font"));
    const auto sheet = m_library.form(form);
    if (!sheet)
        return base::fail(sheet.error());
    const auto html = sheet->expand(values);
    if (!html)
        return base::fail(html.error());
    auto pdf = writePdf(*html, {pageOf(*sheet, values), sheet->title(), m_screenDpi, values.value(sheet->page().mark).toString()});
    if (!pdf)
        return pdf;
    if (const auto proved = provePdf(*pdf); !proved)
        return base::fail(proved.error());
    qCDebug(base::lcPaper) << "rendered" << form.name << pdf->size() << "bytes in" << timer.elapsed() << "ms";
    return pdf;
}

base::Result<QString> HtmlFormRenderer::media(const domain::ports::Form& form) const {
    return m_library.form(form).map([](const forms::Template& sheet) { return sheet.page().media; });
}

base::Result<double> HtmlFormRenderer::heightOf(const domain::ports::Form& form, const QJsonObject& values) const {
    const auto sheet = m_library.form(form);
    if (!sheet)
        return base::fail(sheet.error());
    return sheet->expand(values).map([&](const QString& html) { return heightOnSheet(html, {pageOf(*sheet, values), {}, m_screenDpi}); });
}

QFuture<base::Result<QByteArray>> HtmlFormRenderer::renderApart(const domain::ports::Form& form, const QJsonObject& values) {
    return QtConcurrent::run(&m_apart, [this, form, values] { return render(form, values); });
}

}
