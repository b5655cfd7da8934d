// One scanned A4 page at 300 dpi in grey, askew and with a black border: decoded, straightened, cropped, looked at for blank and
// codes, compressed into the budget, sealed and durable on disk. One core. The baseline is what no program can do without:
// the same page decoded and encoded again by Leptonica, nothing else.

#include "app/capture/PagePipeline.h"
#include "tests/support/sane/TestPages.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <leptonica/allheaders.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <memory>
#include <unistd.h>
#include <vector>

using namespace motcua::capture;

namespace {

constexpr int rounds = 15;
constexpr double goal = 250; // ms

double medianOf(const std::function<void()>& work) {
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::nth_element(times.begin(), times.begin() + rounds / 2, times.end());
    return times[rounds / 2];
}

Pixels decoded(const QByteArray& file) {
    Pixels pixels(pixReadMem(reinterpret_cast<const l_uint8*>(file.constData()), static_cast<size_t>(file.size())));
    if (!pixels)
        qFatal("cannot decode the page");
    pixSetResolution(pixels.get(), 300, 300);
    return pixels;
}

QByteArray sealed(const QByteArray& content) {
    constexpr int nonceSize = 12;
    constexpr int tagSize = 16;
    static const QByteArray key(32, 'k');
    QByteArray out(nonceSize + content.size() + tagSize, '\0');
    auto* bytes = reinterpret_cast<unsigned char*>(out.data());
    RAND_bytes(bytes, nonceSize);
    const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context(EVP_CIPHER_CTX_new(), EVP_CIPHER_CTX_free);
    int length = 0;
    EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, reinterpret_cast<const unsigned char*>(key.constData()), bytes);
    EVP_EncryptUpdate(
        context.get(), bytes + nonceSize, &length, reinterpret_cast<const unsigned char*>(content.constData()), static_cast<int>(content.size()));
    EVP_EncryptFinal_ex(context.get(), bytes + nonceSize + length, &length);
    EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, tagSize, bytes + nonceSize + content.size());
    return out;
}

void makeDurable(const QString& path, const QByteArray& content) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(sealed(content)) < content.size() || !file.flush() || ::fsync(file.handle()) != 0)
        qFatal("cannot write the page");
}

void report(const char* name, double value, double baseline) {
    std::printf("%s\t%.1f\tms\t%.1f\t%.2f\t<=%.0f\t%s\n", name, value, baseline, value / baseline, goal, value <= goal ? "met" : "missed");
}

}

int main() {
    setMsgSeverity(L_SEVERITY_NONE);
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("page"));
    const QByteArray scan = test::encodedAs(test::asScanned(test::pageWithCode(test::cardText()), 2.3), "jpeg", 90);
    const QByteArray noCode = test::encodedAs(test::asScanned(test::textPage(), 2.3), "jpeg", 90);

    const double baseline = medianOf([&] {
        const Pixels pixels = decoded(scan);
        l_uint8* data = nullptr;
        size_t size = 0;
        pixWriteMemJpeg(&data, &size, pixels.get(), 75, 0);
        lept_free(data);
    });
    const auto page = [&](const QByteArray& file, PageColour colour) {
        const auto finished = PagePipeline({colour, true}).finish(decoded(file));
        if (!finished || finished->content.isEmpty())
            qFatal("the page was not finished");
        makeDurable(path, finished->content);
    };
    report("pages.grey-a4", medianOf([&] { page(noCode, PageColour::Grey); }), baseline);
    report("pages.grey-a4-card-code", medianOf([&] { page(scan, PageColour::Grey); }), baseline);
    report("pages.black-white-a4", medianOf([&] { page(noCode, PageColour::BlackWhite); }), baseline);
    return 0;
}
