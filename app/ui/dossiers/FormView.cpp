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

#include <algorithm>
#include <optional>

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

const counter::PrintablePaper* FormView::chosen() const {
    const int row = m_forms->currentIndex();
    return row >= 0 && row < static_cast<int>(m_all.size()) ? &m_all[static_cast<size_t>(row)] : nullptr;
}

QString FormView::form() const {
    const counter::PrintablePaper* paper = chosen();
    return paper ? paper->paper.form : QString();
}

/// Of several slips of one form each is told from the others.
QString FormView::nameOf(const counter::PrintablePaper& paper) const {
    const QString name = words::inLanguage(paper.paper.name);
    const auto sameForm = std::count_if(m_all.begin(), m_all.end(), [&](const auto& each) { return each.paper.form == paper.paper.form; });
    if (sameForm < 2)
        return name;
    const QString made = words::moment(paper.made);
    return paper.number.isEmpty() ? tr("%1 of %2").arg(name, made) : tr("%1 no. %2 of %3").arg(name, paper.number, made);
}

void FormView::begin() {
    m_forms->setFocus();
}

void FormView::print() {
    if (const counter::PrintablePaper* paper = chosen())
        emit printRequested(paper->paper.form, paper->slip);
}

void FormView::fill() {
    const auto before = chosen() ? std::optional(*chosen()) : std::nullopt;
    const QSignalBlocker quiet(m_forms);
    m_all = m_dossier.id.isNull() ? std::vector<counter::PrintablePaper>() : m_printing.printable(m_dossier);
    m_forms->clear();
    for (const counter::PrintablePaper& each : m_all)
        m_forms->addItem(nameOf(each));
    const auto same = std::find_if(
        m_all.begin(), m_all.end(), [&](const auto& each) { return before && each.paper.form == before->paper.form && each.slip == before->slip; });
    m_forms->setCurrentIndex(same == m_all.end() ? 0 : static_cast<int>(same - m_all.begin()));
    m_field->setVisible(m_forms->count() > 0);
    m_print->setVisible(m_forms->count() > 0);
    preview();
}

/// Paper is laid out only while somebody looks.
void FormView::preview() {
    if (!isVisible())
        return;
    const counter::PrintablePaper* paper = chosen();
    const auto pdf = paper ? m_printing.preview(paper->paper.form, m_dossier.id, paper->slip) : base::Result<QByteArray>(QByteArray());
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
