#include "app/ui/bench/BenchTerms.h"

#include "app/domain/jobs/JobCondition.h"
#include "app/ui/style/Theme.h"
#include "app/ui/text/ErrorText.h"
#include "app/ui/text/Words.h"
#include "app/ui/widgets/DateField.h"
#include "app/ui/widgets/Field.h"
#include "app/ui/widgets/TextLabel.h"
#include "app/ui/widgets/WideComboBox.h"

#include <QCheckBox>
#include <QEvent>
#include <QSignalBlocker>

#include <algorithm>

namespace motcua::ui {

namespace {

constexpr int lettersOfGround = 16;

}

BenchTerms::BenchTerms(counter::Counter& counter, QWidget* parent)
    : Card(parent), m_counter(counter), m_form(counter.bench().visit().form()), m_number(new TextLabel(TextRole::Strong)),
      m_exemption(new WideComboBox(this)), m_exemptionField(new Field(QString(), m_exemption, this)),
      m_exemptionWords(new TextLabel(TextRole::Caption)), m_extension(new WideComboBox(this)),
      m_extensionField(new Field(QString(), m_extension, this)), m_extensionWords(new TextLabel(TextRole::Caption)), m_agreed(new QCheckBox(this)),
      m_day(new DateField(this)), m_dayField(new Field(QString(), m_day, this)), m_conductLabel(new TextLabel(TextRole::Label)),
      m_conduct(new TextLabel(TextRole::Body)) {
    for (TextLabel* label : {m_number, m_exemptionWords, m_extensionWords, m_conduct})
        label->setWordWrap(true);
    m_exemptionWords->setObjectName(QStringLiteral("benchExemptionWords"));
    m_extensionWords->setObjectName(QStringLiteral("benchExtensionWords"));
    m_exemption->setObjectName(QStringLiteral("benchExemption"));
    m_extension->setObjectName(QStringLiteral("benchExtension"));
    m_agreed->setObjectName(QStringLiteral("benchAgreed"));
    m_day->setObjectName(QStringLiteral("benchAgreedDay"));
    m_day->setYears(domain::Years::Coming);
    for (QComboBox* box : {m_exemption, m_extension}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(lettersOfGround);
    }
    body()->setSpacing(theme().metrics().space(2));
    for (QWidget* part : {static_cast<QWidget*>(m_number), static_cast<QWidget*>(m_exemptionField), static_cast<QWidget*>(m_exemptionWords),
             static_cast<QWidget*>(m_extensionField), static_cast<QWidget*>(m_extensionWords), static_cast<QWidget*>(m_agreed),
             static_cast<QWidget*>(m_dayField), static_cast<QWidget*>(m_conductLabel), static_cast<QWidget*>(m_conduct)})
        body()->addWidget(part);
    connect(m_exemption, &QComboBox::activated, this, [this] { m_form.setExemption(m_exemption->currentData().toString()); });
    connect(m_extension, &QComboBox::activated, this, &BenchTerms::extend);
    connect(m_agreed, &QCheckBox::clicked, this, &BenchTerms::extend);
    connect(m_day, &DateField::committed, &m_form, &counter::IntakeForm::setAgreedDue);
    connect(&m_form, &counter::IntakeForm::changed, this, &BenchTerms::refresh);
    connect(&counter.numbers(), &counter::NumberDesk::changed, this, &BenchTerms::showNumber);
    retranslate();
}

void BenchTerms::refresh() {
    const domain::JobKind* job = m_form.job();
    setVisible(job != nullptr);
    if (!job)
        return;
    if (const QString wanted = job->kind + QLatin1Char('/') + job->version; wanted != m_built) {
        m_built = wanted;
        for (const auto& [box, none] : {std::pair{m_exemption, tr("Fee is taken")}, std::pair{m_extension, tr("Within the time limit")}}) {
            const QSignalBlocker quiet(box);
            box->clear();
            box->addItem(none, QString());
        }
        for (const domain::LegalGround& ground : job->fee.exemptions)
            m_exemption->addItem(ground.words, ground.words);
        if (job->time && job->time->extension)
            for (const domain::LegalGround& ground : job->time->extension->grounds)
                m_extension->addItem(ground.words, ground.words);
    }
    showNumber();
    showExemption();
    showExtension();
    showConduct();
}

QString BenchTerms::numberWords(const QString& symbol) const {
    if (m_counter.numbers().hasOneRun()) {
        const counter::NumbersLeft* left = m_counter.numbers().leftOf(symbol);
        return left && left->next > 0 ? tr("%1: no. %2 next, %n in hand", nullptr, left->left).arg(symbol).arg(left->next)
                                      : tr("%1: no number in hand").arg(symbol);
    }
    if (const auto volumes = m_counter.archive().volumes())
        for (const domain::Volume& volume : *volumes)
            if (volume.symbol == symbol && !volume.closed && volume.year == m_counter.desk().today().year() &&
                volume.station == m_counter.desk().station())
                return tr("Volume %1: no. %2 next").arg(volume.label()).arg(volume.nextNumber());
    return tr("%1: no volume is open at this desk").arg(symbol);
}

void BenchTerms::showNumber() {
    const domain::JobKind* job = m_form.job();
    m_number->setVisible(job && job->book);
    if (job && job->book)
        m_number->setText(numberWords(job->book->symbol));
}

void BenchTerms::showExemption() {
    m_exemptionField->setVisible(m_exemption->count() > 1);
    m_exemption->setCurrentIndex(std::max(0, m_exemption->findData(m_form.content().exemption)));
    showGround(m_exemption, m_exemptionWords);
}

void BenchTerms::showGround(const QComboBox* box, TextLabel* words) {
    words->setText(box->currentData().toString());
    words->setVisible(!words->text().isEmpty());
}

void BenchTerms::extend() {
    const QString ground = m_extension->currentData().toString();
    const domain::JobKind* job = m_form.job();
    if (ground.isEmpty() || !job || !job->time || !job->time->extension) {
        m_form.setExtension({});
        return;
    }
    const bool onlyAgreed = job->time->extension->value == 0;
    m_form.setExtension(domain::Extension{ground, onlyAgreed || m_agreed->isChecked()});
}

void BenchTerms::showExtension() {
    const domain::JobKind& job = *m_form.job();
    const auto& extension = m_form.content().extension;
    const bool may = job.time && job.time->extension;
    m_extensionField->setVisible(may);
    m_extension->setCurrentIndex(extension ? std::max(0, m_extension->findData(extension->ground)) : 0);
    showGround(m_extension, m_extensionWords);
    const bool isOpen = may && extension;
    m_agreed->setVisible(isOpen && job.time->extension->agreed && job.time->extension->value > 0);
    m_agreed->setChecked(isOpen && extension->agreed);
    m_dayField->setVisible(isOpen && extension->agreed);
    if (!m_day->hasFocus())
        m_day->setDate(m_form.content().agreedDue);
    m_dayField->clearMessage();
    if (const auto fault = m_form.extensionFault(); !fault && m_form.content().agreedDue.isValid()) {
        const ErrorWords words = errorWords(fault.error());
        m_dayField->setMessage(words.what + QLatin1Char(' ') + words.next);
    }
}

void BenchTerms::showConduct() {
    QStringList lines;
    for (const domain::JobConduct& conduct : m_form.job()->conduct)
        if (domain::holds(conduct.when, m_form.facts(), m_form.content().parties))
            lines << QStringLiteral("• ") + words::inLanguage(conduct.words);
    m_conduct->setText(lines.join(QLatin1Char('\n')));
    m_conduct->setToolTip(articles().join(QLatin1Char('\n')));
    m_conductLabel->setVisible(!lines.isEmpty());
    m_conduct->setVisible(!lines.isEmpty());
}

/// Where in the law each of them stands.
QStringList BenchTerms::articles() const {
    QStringList articles;
    for (const domain::JobConduct& conduct : m_form.job()->conduct)
        if (!articles.contains(conduct.article))
            articles << conduct.article;
    return articles;
}

void BenchTerms::beginFee() {
    m_exemption->setFocus(Qt::ShortcutFocusReason);
}

void BenchTerms::beginExtension() {
    (m_dayField->isHidden() ? static_cast<QWidget*>(m_extension) : m_day)->setFocus(Qt::ShortcutFocusReason);
}

void BenchTerms::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void BenchTerms::retranslate() {
    setHeading(tr("Number and terms"));
    m_exemptionField->setLabel(tr("Ground for exemption"));
    m_extensionField->setLabel(tr("Longer than the time limit"));
    m_agreed->setText(tr("Agreed in writing"));
    m_dayField->setLabel(tr("Agreed day"));
    m_conductLabel->setText(tr("What the desk sees to"));
    m_built.clear();
    refresh();
}

}
