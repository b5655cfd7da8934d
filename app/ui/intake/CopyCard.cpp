#include "app/ui/intake/CopyCard.h"

#include "app/counter/Intake.h"
#include "app/ui/style/Theme.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/Field.h"
#include "app/ui/widgets/FoldingColumns.h"
#include "app/ui/widgets/JotWhileTyping.h"
#include "app/ui/widgets/NumberField.h"
#include "app/ui/widgets/Suggestions.h"
#include "app/ui/widgets/TextEdit.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QSignalBlocker>

namespace motcua::ui {

namespace {

constexpr int mostPages = 2000;
constexpr int mostCopies = 500;
constexpr int longestDocument = 200;

/// Names that originals usually carry, as they are written in the book; legal text, so Vietnamese in every language.
QStringList usualDocuments() {
    return {QStringLiteral("Bằng tốt nghiệp trung học phổ thông"), QStringLiteral("Bằng tốt nghiệp đại học"), QStringLiteral("Bảng điểm"),
        QStringLiteral("Học bạ"), QStringLiteral("Giấy khai sinh"), QStringLiteral("Giấy chứng nhận kết hôn"),
        QStringLiteral("Giấy chứng nhận quyền sử dụng đất"), QStringLiteral("Căn cước"), QStringLiteral("Giấy phép lái xe"),
        QStringLiteral("Sổ bảo hiểm xã hội"), QStringLiteral("Giấy chứng nhận đăng ký xe"), QStringLiteral("Hợp đồng lao động"),
        QStringLiteral("Quyết định"), QStringLiteral("Hộ chiếu"), QStringLiteral("Giấy chứng nhận đăng ký hộ kinh doanh")};
}

}

CopyCard::CopyCard(counter::Intake& intake, QWidget* parent)
    : Card(parent), m_intake(intake), m_document(new TextEdit(this)), m_pages(new NumberField(0, mostPages, this)),
      m_copies(new NumberField(0, mostCopies, this)), m_documentField(new Field(QString(), m_document, this)),
      m_pagesField(new Field(QString(), m_pages, this)), m_copiesField(new Field(QString(), m_copies, this)) {
    m_document->setObjectName(QStringLiteral("document"));
    m_pages->setObjectName(QStringLiteral("pages"));
    m_copies->setObjectName(QStringLiteral("copies"));
    m_document->setMaxLength(longestDocument);
    m_documentField->setRequired(true);
    m_pagesField->setRequired(true);
    m_copiesField->setRequired(true);
    new Suggestions(usualDocuments(), m_document);
    auto* counts = new QWidget(this);
    auto* line = new QHBoxLayout(counts);
    line->setContentsMargins({});
    line->setSpacing(theme().metrics().space(3));
    line->addWidget(m_pagesField, 1);
    line->addWidget(m_copiesField, 1);
    auto* columns = new FoldingColumns;
    columns->addWidget(m_documentField, 2);
    columns->addWidget(counts, 1);
    body()->addLayout(columns);
    connect(m_document, &TextEdit::committed, &intake, &counter::Intake::setCopyDocument);
    jotWhileTyping(m_document, intake, QStringLiteral("document"));
    connect(m_pages, &QSpinBox::valueChanged, this, [this](int pages) { m_intake.setCopyPages(pages); });
    connect(m_copies, &QSpinBox::valueChanged, this, [this](int copies) { m_intake.setCopyCopies(copies); });
    connect(&intake, &counter::Intake::changed, this, &CopyCard::refresh);
    retranslate();
}

void CopyCard::begin() {
    m_document->setFocus(Qt::OtherFocusReason);
}

void CopyCard::refresh() {
    const domain::CertifiedCopy& copy = m_intake.form().copy;
    if (m_document->value() != copy.document && !m_document->hasFocus())
        m_document->setValue(copy.document);
    const QSignalBlocker quietPages(m_pages);
    const QSignalBlocker quietCopies(m_copies);
    if (m_pages->value() != copy.pages)
        m_pages->setValue(copy.pages);
    if (m_copies->value() != copy.copies)
        m_copies->setValue(copy.copies);
    m_documentField->clearMessage();
    for (const counter::Warning& warning : m_intake.warnings())
        if (warning.field == QLatin1String("copy"))
            m_documentField->setMessage(words::warning(warning), Tone::Warning);
}

void CopyCard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void CopyCard::retranslate() {
    setHeading(tr("Certified copy"));
    m_documentField->setLabel(tr("Name of the original"));
    m_document->setPlaceholderText(tr("As it will stand in the book"));
    m_pagesField->setLabel(tr("Pages"));
    m_copiesField->setLabel(tr("Copies"));
    refresh();
}

}
