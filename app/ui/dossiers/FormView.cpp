#include "app/ui/dossiers/FormView.h"

#include "app/ui/style/Theme.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/ActionRow.h"
#include "app/ui/widgets/EmptyState.h"
#include "app/ui/widgets/Field.h"
#include "app/ui/widgets/PdfPreview.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace motcua::ui {

FormView::FormView(const counter::Printing& printing, QWidget* parent)
    : QWidget(parent), m_printing(printing), m_forms(new QComboBox(this)), m_field(new Field(QString(), m_forms, this)),
      m_print(new ActionButton(ButtonKind::Primary, QStringLiteral("printer"), QKeySequence(), this)), m_preview(new PdfPreview(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(theme().metrics().space(3));
    auto* line = new QHBoxLayout;
    line->addWidget(m_field, 1);
    auto* act = new ActionRow(Qt::AlignRight);
    act->addWidget(m_print);
    line->addLayout(act);
    line->setAlignment(act, Qt::AlignBottom);
    m_forms->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    column->addLayout(line);
    column->addWidget(m_preview, 1);
    connect(m_forms, &QComboBox::currentIndexChanged, this, &FormView::preview);
    connect(m_print, &QPushButton::clicked, this, &FormView::print);
    retranslate();
}

void FormView::setDossier(const domain::Dossier& dossier) {
    m_dossier = dossier;
    fill();
}

QString FormView::form() const {
    return m_forms->currentData().toString();
}

void FormView::begin() {
    m_forms->setFocus();
}

void FormView::print() {
    if (!form().isEmpty())
        emit printRequested(form());
}

void FormView::fill() {
    const QString before = form();
    const QSignalBlocker quiet(m_forms);
    m_forms->clear();
    if (!m_dossier.id.isNull())
        for (const domain::JobPaper& each : m_printing.papersFor(m_dossier))
            m_forms->addItem(words::inLanguage(each.name), each.form);
    m_forms->setCurrentIndex(qMax(0, m_forms->findData(before)));
    m_field->setVisible(m_forms->count() > 0);
    m_print->setVisible(m_forms->count() > 0);
    preview();
}

/// Paper is laid out only while somebody looks.
void FormView::preview() {
    if (!isVisible())
        return;
    const QString wanted = form();
    const auto pdf = wanted.isEmpty() ? base::Result<QByteArray>(QByteArray()) : m_printing.preview(wanted, m_dossier.id);
    if (!pdf)
        emit failed(pdf.error());
    m_preview->setPdf(pdf.value_or(QByteArray()));
}

void FormView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    preview();
}

void FormView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        print();
        break;
    case Qt::Key_Escape:
        emit left();
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void FormView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void FormView::retranslate() {
    m_field->setLabel(tr("Form"));
    m_print->setLabel(tr("Print") + QStringLiteral("  ·  Enter"));
    m_preview->emptyState()->setWords(tr("Nothing to print"), tr("This dossier has no form yet."));
    fill();
}

}
